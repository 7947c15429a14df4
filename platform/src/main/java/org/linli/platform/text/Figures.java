package org.linli.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Days, times of the day and prices in a text: figures that may stand beside each other, but are no number of anybody.
 *
 * <p>A figure stands where everything beside it is a figure too; beside other digits, as in {@code 13800.13 8000}, it
 * may be a piece of a number. Letters part what is beside each other. So do the signs of a list, such as commas and
 * line feeds, but not before or after a row of four digits or of one with zeros in front. Times on five minutes stand with
 * another time or a day, whatever else is there: {@code 18:30-20:00 100}.
 */
final class Figures {

    private static final Pattern TOKEN = Pattern.compile("(?<![0-9.])(?:"
            + "(?<day>(?:19|20|21)[0-9]{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12][0-9]|3[01]))"
            + "|(?<time>(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?)"
            + "|(?<price>(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3}|0|[1-9][0-9]{0,5})\\.[0-9]{1,2})"
            + ")(?![0-9]|\\.[0-9])|[0-9]+");

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![0-9a-fA-F])");

    private static final String SIGNS_OF_A_LIST = ",、;|\n\r\t。!?";
    private static final int MOST_BETWEEN = 8;
    private static final int LARGE = 4;

    private Figures() {}

    /** The text with letters in place of the figures that stand, and of ids. */
    static String withoutStanding(String written) {
        String text = ID.matcher(written).replaceAll(id -> "f".repeat(id.group().length()));
        StringBuilder rest = new StringBuilder(text);
        List<Token> tokens = tokens(text);
        int from = 0;
        while (from < tokens.size()) {
            int to = from + 1;
            while (to < tokens.size() && isBeside(text, tokens.get(to - 1), tokens.get(to))) {
                to++;
            }
            List<Token> row = tokens.subList(from, to);
            boolean all = row.stream().allMatch(Token::isFigure);
            for (int at = 0; at < row.size(); at++) {
                if (all || isOneOfTimes(text, row, at)) {
                    mask(rest, row.get(at));
                }
            }
            from = to;
        }
        return rest.toString();
    }

    /** The text with letters in place of all figures. */
    static String withoutAny(String text) {
        StringBuilder rest = new StringBuilder(text);
        tokens(text).stream().filter(Token::isFigure).forEach(figure -> mask(rest, figure));
        return rest.toString();
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        TOKEN.matcher(text).results().forEach(one -> tokens.add(new Token(one.start(), one.end(), kind(one))));
        return tokens;
    }

    private static Kind kind(MatchResult one) {
        if (one.start("day") >= 0) {
            return Kind.DAY;
        }
        if (one.start("time") >= 0) {
            return Kind.TIME;
        }
        return one.start("price") >= 0 ? Kind.PRICE : Kind.DIGITS;
    }

    private static boolean isBeside(String text, Token before, Token after) {
        if (after.start() - before.end() > 2 * MOST_BETWEEN) {
            return false;
        }
        String between = text.substring(before.end(), after.start());
        if (between.codePointCount(0, between.length()) > MOST_BETWEEN
                || between.codePoints().anyMatch(Character::isLetterOrDigit)) {
            return false;
        }
        return between.chars().noneMatch(c -> SIGNS_OF_A_LIST.indexOf(c) >= 0)
                || isLarge(text, before)
                || isLarge(text, after);
    }

    private static boolean isLarge(String text, Token token) {
        int length = token.end() - token.start();
        return token.kind() == Kind.DIGITS && (length >= LARGE || (length > 1 && text.charAt(token.start()) == '0'));
    }

    private static boolean isOneOfTimes(String text, List<Token> row, int at) {
        char last = text.charAt(row.get(at).end() - 1);
        return row.get(at).kind() == Kind.TIME
                && (last == '0' || last == '5')
                && ((at > 0 && row.get(at - 1).isTime())
                        || (at + 1 < row.size() && row.get(at + 1).isTime()));
    }

    private static void mask(StringBuilder text, Token figure) {
        for (int at = figure.start(); at < figure.end(); at++) {
            text.setCharAt(at, 'f');
        }
    }

    private enum Kind {
        DAY,
        TIME,
        PRICE,
        DIGITS
    }

    private record Token(int start, int end, Kind kind) {

        boolean isFigure() {
            return kind != Kind.DIGITS;
        }

        boolean isTime() {
            return kind == Kind.DAY || kind == Kind.TIME;
        }
    }
}
