package org.linli.platform.csv;

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
 * <p>A file in GBK may be UTF-8 by accident: 医院 and ҽԺ are the same four bytes. Where a file holds no Chinese and all its
 * other letters would be Chinese characters in GBK, it is taken for GBK: an accented letter inside a word, as in Café, is
 * none of those.
 */
final class WholeFile {

    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final String SAVE = "save it as UTF-8 (in Excel: CSV UTF-8)";
    private static final int FIRST_OF_THREE_BYTES = 0x800;

    private long line = 1;
    private boolean beyondTwoBytes;
    private boolean couldBeGbk = true;
    private boolean strange;
    private final StringBuilder letters = new StringBuilder();
    private int before;

    private WholeFile() {}

    /** @throws CsvFault where the file is not UTF-8 as a whole */
    static void check(InputStream in) throws IOException {
        WholeFile file = new WholeFile();
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
            throw CsvFault.ofFile("is not UTF-8 text as a whole; " + SAVE);
        }
        if (file.strange && file.couldBeGbk && !file.beyondTwoBytes) {
            throw CsvFault.ofFile("is not UTF-8 but GBK text; " + SAVE);
        }
    }

    private void take(char c) {
        if (c == '\n') {
            line++;
        }
        if (c == '\uFFFD') {
            throw CsvFault.ofFile("is not UTF-8 (perhaps GBK), or has lost characters, in line " + line + "; " + SAVE
                    + " from its source");
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
        boolean insideWord = row.length() == 1 && (isLetter(before) || isLetter(after));
        boolean sign = row.chars().noneMatch(Character::isLetter);
        strange |= !insideWord && !sign;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
