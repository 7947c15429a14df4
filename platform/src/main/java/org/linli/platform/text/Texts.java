package org.linli.platform.text;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Texts as they are kept and compared. What cannot be seen makes no difference: blanks of any kind and invisible
 * characters around a text are dropped, and a name that things are told apart or summed by has one normal form,
 * whatever width it was typed in. What changes how a text is shown is refused by name.
 */
public final class Texts {

    /** What a text must be, in words for an error message. */
    public static final String EXPECTED = "text without control characters and without marks of direction";

    /** Visible signs among the format characters: they stand for something. */
    private static final String VISIBLE_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06DD\u070F\u0890\u0891\u08E2";

    /** What is typed for the dot within a name, such as that of 买买提·艾力. */
    private static final String INTERPUNCTS = "\u2022\u2027\u2219\u22C5\u30FB\uFF65";

    private static final int ROUNDS = 4;

    private Texts() {}

    /** The text without blanks and invisible characters around it; between its words it stays as it is. */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isNothing(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && isNothing(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /** The same, or nothing where nothing is to be seen. */
    public static @Nullable String trimmedOrNull(@Nullable String text) {
        return text == null || isBlank(text) ? null : trimmed(text);
    }

    /**
     * The normal form of a name or identifier: full width made plain (Unicode NFKC), no invisible characters, one blank
     * where several are, U+00B7 for a dot of any kind between two Chinese characters. Taking it again changes nothing.
     *
     * <p>Source of the dot: W3C, Requirements for Chinese Text Layout, "interpunct".
     */
    public static String name(String text) {
        String before = text;
        for (int round = 0; round < ROUNDS; round++) {
            String after = withInterpuncts(withoutInvisible(Normalizer.normalize(before, Normalizer.Form.NFKC)));
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }

    /** The same, or nothing where nothing is to be seen. */
    public static @Nullable String nameOrNull(@Nullable String text) {
        return text == null || isBlank(text) ? null : name(text);
    }

    /** Whether nothing is to be seen of the text. */
    public static boolean isBlank(@Nullable String text) {
        return text == null || text.codePoints().allMatch(Texts::isNothing);
    }

    /** Length as people count: a character outside the first plane is one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** What is wrong with words that may have lines, by name; nothing where they can stand. */
    public static Optional<String> fault(String text) {
        return fault(text, c -> isControl(c) && c != '\t' && c != '\n' && c != '\r');
    }

    /** What is wrong with one line, such as a name; blanks around it are no fault. */
    public static Optional<String> faultOfLine(String text) {
        return fault(trimmed(text), c -> isControl(c) || c == '\u2028' || c == '\u2029' || c == '\uFFFD');
    }

    private static Optional<String> fault(String text, IntPredicate refused) {
        return text.codePoints()
                .filter(c -> refused.test(c) || isDirection(c) || isNoCharacter(c))
                .mapToObj(Texts::named)
                .findFirst();
    }

    private static String named(int c) {
        String kind = "a control character";
        if (c == '\uFFFD') {
            kind = "the sign of a character that was lost";
        } else if (isDirection(c)) {
            kind = "a mark of direction";
        } else if (isNoCharacter(c)) {
            kind = "which is no character";
        }
        return String.format(Locale.ROOT, "holds U+%04X, %s", c, kind);
    }

    private static String withoutInvisible(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        boolean blank = false;
        for (int c : text.codePoints().toArray()) {
            if (isInvisible(c)) {
                continue;
            }
            if (isBlank(c)) {
                blank = true;
                continue;
            }
            if (blank && !seen.isEmpty()) {
                seen.append(' ');
            }
            blank = false;
            seen.appendCodePoint(c);
        }
        return seen.toString();
    }

    private static String withInterpuncts(String text) {
        StringBuilder name = new StringBuilder(text);
        for (int at = 1; at < text.length() - 1; at++) {
            if (INTERPUNCTS.indexOf(text.charAt(at)) >= 0
                    && isHan(text.codePointBefore(at))
                    && isHan(text.codePointAt(at + 1))) {
                name.setCharAt(at, '\u00B7');
            }
        }
        return name.toString();
    }

    private static boolean isHan(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static boolean isNothing(int c) {
        return isBlank(c) || isInvisible(c);
    }

    private static boolean isBlank(int c) {
        return Character.isSpaceChar(c) || c == '\t' || c == '\n' || c == '\r';
    }

    /** Characters that are drawn as nothing: joiners, fillers, selectors, tags, byte order marks. */
    private static boolean isInvisible(int c) {
        return (Character.getType(c) == Character.FORMAT && !isDirection(c) && !isVisibleFormat(c))
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x2065
                || c == 0x2800
                || c == 0x3164
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFFA0
                || (c >= 0xFFF0 && c <= 0xFFF8)
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    private static boolean isVisibleFormat(int c) {
        return VISIBLE_FORMATS.indexOf(c) >= 0 || c == 0x110BD || c == 0x110CD || (c >= 0x13430 && c <= 0x1343F);
    }

    /** Marks, overrides and isolates by which a text is shown in another order than it is kept in. */
    private static boolean isDirection(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    /** U+FDD0 to U+FDEF and the last two of each plane, which never stand for anything. */
    private static boolean isNoCharacter(int c) {
        return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    }

    private static boolean isControl(int c) {
        return Character.getType(c) == Character.CONTROL;
    }
}
