package org.linli.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Mobile and identity numbers that are split into groups of digits by more than a few signs, or by letters.
 *
 * <p>Consecutive groups are one number where at most {@value #MOST_BETWEEN} characters are between each two, among them
 * at most two words of at most two letters; where one group has three digits or more; and where all digits together are
 * exactly a mobile number (11 digits from 13 to 19, or those after 86) or an identity number with its check digit. Of a
 * mobile number no letter may count what is before it, as in {@code 150人3000元5000份}: digits with a zero in front are no
 * count. The last two digits of a year may begin a mobile number of three groups and more: {@code 2013-8-00138000}.
 */
final class SplitNumbers {

    private static final int MOST_BETWEEN = 8;
    private static final int LONGEST_WORD = 2;
    private static final int MOST_WORDS = 2;
    private static final int LONGEST_NUMBER = 18;

    private static final Pattern GROUP = Pattern.compile("[0-9]+(?:X(?![A-Za-z0-9]))?");
    private static final Pattern MOBILE = Pattern.compile("(?:(?:00)?86)?1[3-9][0-9]{9}");

    private static final String UNITS_OF_TIME = "月日号时点分秒";
    private static final String UNITS = "人名位个场次元角岁户件份张台套间米天周课节杯桌平万千百家楼层室栋座期届级盒本双对";

    private SplitNumbers() {}

    /** Where they are, none over another. */
    static List<Span> in(String plain) {
        List<Span> groups = GROUP.matcher(plain)
                .results()
                .map(one -> new Span(one.start(), one.end()))
                .toList();
        List<Span> found = new ArrayList<>();
        int first = 0;
        while (first < groups.size()) {
            int last = lastOfNumber(plain, groups, first);
            if (last >= first) {
                found.add(new Span(groups.get(first).start(), groups.get(last).end()));
            }
            first = Math.max(first, last) + 1;
        }
        return found;
    }

    /** The group that a number ends with which begins with the first; -1 where there is none. */
    private static int lastOfNumber(String text, List<Span> groups, int first) {
        StringBuilder digits = new StringBuilder();
        int longest = 0;
        boolean counts = false;
        for (int at = first; at < groups.size(); at++) {
            Span group = groups.get(at);
            if (at > first && !isBeside(text, groups.get(at - 1), group)) {
                return -1;
            }
            counts = counts || (at > first && isCount(text, groups.get(at - 1), group));
            if (digits.length() + group.length() > LONGEST_NUMBER) {
                return -1;
            }
            digits.append(text, group.start(), group.end());
            longest = Math.max(longest, group.length());
            boolean mobile = !counts
                    && (isMobile(digits)
                            || (at - first >= 2
                                    && longest >= 5
                                    && isYear(text, groups.get(first))
                                    && isMobile(digits.substring(2))));
            if (longest >= 3 && (mobile || IdentityNumber.isValid(digits.toString()))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isMobile(CharSequence digits) {
        return MOBILE.matcher(digits).matches();
    }

    private static boolean isBeside(String text, Span before, Span after) {
        if (after.start() - before.end() > 2 * MOST_BETWEEN) {
            return false;
        }
        String between = text.substring(before.end(), after.start());
        int words = 0;
        int length = 0;
        for (int c : between.codePoints().toArray()) {
            boolean letter = Character.isLetterOrDigit(c);
            words += letter && length == 0 ? 1 : 0;
            length = letter ? length + 1 : 0;
            if (length > LONGEST_WORD) {
                return false;
            }
        }
        return words <= MOST_WORDS && between.codePointCount(0, between.length()) <= MOST_BETWEEN;
    }

    private static boolean isCount(String text, Span before, Span after) {
        int at = before.end();
        while (at < after.start() && !Character.isLetter(text.charAt(at))) {
            at++;
        }
        if (at == after.start()) {
            return false;
        }
        char unit = text.charAt(at);
        if (unit == '年') {
            return before.length() <= 2 || isYear(text, before);
        }
        if (UNITS_OF_TIME.indexOf(unit) >= 0) {
            return before.length() <= 2;
        }
        return UNITS.indexOf(unit) >= 0 && text.charAt(before.start()) != '0' && text.charAt(after.start()) != '0';
    }

    private static boolean isYear(String text, Span group) {
        int at = group.start();
        return group.length() == 4
                && (text.startsWith("19", at) || text.startsWith("20", at) || text.startsWith("21", at));
    }

    /** A piece of a text, its end not in it. */
    record Span(int start, int end) {

        int length() {
            return end - start;
        }
    }
}
