package org.linli.platform.csv;

import org.linli.platform.table.TableFault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Looks a whole file over before any row of it is taken: UTF-8 from the first byte to the last, or refused.
 *
 * <p>A file in GBK may be UTF-8 by accident: 医院 and ҽԺ are the same four bytes, 路 and a lone dot (U+00B7) the same
 * two. It is taken for GBK where it holds nothing of three bytes, as all Chinese is in UTF-8, where everything beyond ASCII
 * in it would be Chinese characters in GBK, and where any of that is unusual in UTF-8. Usual are
 *
 * <ul>
 *   <li>a letter of French, German, Spanish and the like (é, ñ), also several beside an ASCII letter; Greek letters and µ;
 *   <li>any single letter beside an ASCII letter;
 *   <li>a dot between ASCII letters or digits, ° ² ³ after one, ¥ £ § ± before a digit and not after one.
 * </ul>
 *
 * <p>A file whose only Chinese is one of the few characters that are such letters in UTF-8 (位 is λ) is not told apart.
 */
final class EncodingCheck {

    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final String SAVE = "save it as UTF-8 (in Excel: CSV UTF-8)";
    private static final String EXPECTED = "UTF-8 text as a whole";
    private static final int FIRST_OF_THREE_BYTES = 0x800;
    private static final String USUAL_LETTERS = "µàáâãäåæçèéêëíîïñòóôõöøùúûüßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜ";
    private static final int FIRST_GREEK = 0x386;
    private static final int LAST_GREEK = 0x3CE;

    private long line = 1;
    private boolean beyondTwoBytes;
    private boolean couldBeGbk = true;
    private boolean strange;
    private final StringBuilder letters = new StringBuilder();
    private int before;

    private EncodingCheck() {}

    /** @throws TableFault where the file is not UTF-8 as a whole */
    static void check(InputStream in) throws IOException {
        EncodingCheck file = new EncodingCheck();
        try (Reader reader = new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                file.take((char) c);
            }
            file.endOfLetters((char) 0);
        } catch (CharacterCodingException notUtf8) {
            throw TableFault.ofFile("is not UTF-8 text as a whole; " + SAVE, EXPECTED);
        }
        if (file.strange && file.couldBeGbk && !file.beyondTwoBytes) {
            throw TableFault.ofFile("is not UTF-8 but GBK text; " + SAVE, EXPECTED);
        }
    }

    private void take(char c) {
        if (c == '\n') {
            line++;
        }
        if (c == '\uFFFD') {
            throw TableFault.ofFile(
                    "is not UTF-8 (perhaps GBK), or has lost characters, in line " + line + "; " + SAVE
                            + " from its source",
                    EXPECTED);
        }
        if (c < 0x80) {
            endOfLetters(c);
            before = c;
        } else if (c == '\uFEFF') {
            before = 0;
        } else if (c >= FIRST_OF_THREE_BYTES) {
            beyondTwoBytes = true;
        } else {
            letters.append(c);
        }
    }

    private void endOfLetters(char after) {
        if (letters.isEmpty()) {
            return;
        }
        String row = letters.toString();
        letters.setLength(0);
        String asGbk = new String(row.getBytes(StandardCharsets.UTF_8), GB2312);
        if (!asGbk.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
            couldBeGbk = false;
        }
        strange |= !isUsual(row, before, after);
    }

    private static boolean isUsual(String row, int before, int after) {
        if (row.chars().allMatch(EncodingCheck::isGreek)) {
            return true;
        }
        boolean insideWord = isLetter(before) || isLetter(after);
        if (row.length() > 1) {
            return insideWord && row.chars().allMatch(c -> USUAL_LETTERS.indexOf(c) >= 0);
        }
        char c = row.charAt(0);
        return USUAL_LETTERS.indexOf(c) >= 0 || (insideWord && Character.isLetter(c)) || isUsualSign(c, before, after);
    }

    private static boolean isUsualSign(char c, int before, int after) {
        boolean behindOne = isLetter(before) || isDigit(before);
        return switch (c) {
            case '\u00B7' -> behindOne && (isLetter(after) || isDigit(after));
            case '°', '²', '³' -> behindOne;
            case '¥', '£', '§', '±' -> isDigit(after) && !isDigit(before);
            default -> false;
        };
    }

    private static boolean isGreek(int c) {
        return c >= FIRST_GREEK && c <= LAST_GREEK && Character.isLetter(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
