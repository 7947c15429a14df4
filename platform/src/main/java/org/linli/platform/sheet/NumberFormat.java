package org.linli.platform.sheet;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a number means by the way it is shown. Source: ISO/IEC 29500-1, 18.8.30 and 18.8.31. */
enum NumberFormat {
    PLAIN,
    DAY,
    MONTH,
    TIME,
    PERCENT,
    SCIENTIFIC,
    /** With zeros in front that are no part of the number. */
    FILLED,
    /** In thousands or millions. */
    SCALED;

    /** Built in, of all languages and of Chinese. */
    private static final Set<String> DAYS =
            Set.of("14", "15", "16", "22", "28", "29", "30", "31", "51", "53", "54", "58");

    private static final Set<String> MONTHS = Set.of("17", "27", "36", "50", "52", "57");
    private static final Set<String> TIMES =
            Set.of("18", "19", "20", "21", "32", "33", "34", "35", "45", "46", "47", "55", "56");

    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[(?!h+]|m+]|s+])[^]]*]");
    private static final Pattern DIGITS_IN_FRONT = Pattern.compile("0{2,}([.]0*)?");
    private static final Pattern THOUSANDS = Pattern.compile("[0#?],+([^0#?,]|$)");

    static NumberFormat builtIn(String id) {
        if (DAYS.contains(id)) {
            return DAY;
        }
        if (MONTHS.contains(id)) {
            return MONTH;
        }
        if (TIMES.contains(id)) {
            return TIME;
        }
        return switch (id) {
            case "9", "10" -> PERCENT;
            case "11", "48" -> SCIENTIFIC;
            default -> PLAIN;
        };
    }

    static NumberFormat of(String code) {
        String first = WORDS.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("");
        String shown = first.indexOf(';') < 0 ? first : first.substring(0, first.indexOf(';'));
        if (shown.contains("general") || shown.contains("通用格式")) {
            return PLAIN;
        }
        if (shown.indexOf('%') >= 0) {
            return PERCENT;
        }
        if (shown.contains("e+") || shown.contains("e-")) {
            return SCIENTIFIC;
        }
        NumberFormat time = ofTime(shown);
        if (time != PLAIN) {
            return time;
        }
        if (DIGITS_IN_FRONT.matcher(shown.strip()).matches()) {
            return FILLED;
        }
        return THOUSANDS.matcher(shown).find() ? SCALED : PLAIN;
    }

    private static NumberFormat ofTime(String shown) {
        boolean day = shown.indexOf('d') >= 0 || shown.contains("aaa");
        boolean year = shown.indexOf('y') >= 0 || shown.indexOf('e') >= 0 || shown.contains("bb");
        boolean time = shown.indexOf('h') >= 0 || shown.indexOf('s') >= 0 || shown.indexOf('[') >= 0;
        boolean month = shown.indexOf('m') >= 0 && !time;
        if (time && !day && !year) {
            return TIME;
        }
        if (year && month && !day) {
            return MONTH;
        }
        return day || year || month ? DAY : PLAIN;
    }
}
