package org.linli.platform.sheet;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a part as long as it is plain: UTF-8, without document type, comments, CDATA and instructions, which no
 * spreadsheet writes and a parser would keep as a whole, and without a piece of markup or text beyond measure.
 */
final class PlainXml extends FilterReader {

    private static final int LONGEST_PIECE = 1 << 20;

    private boolean begun;
    private int before;
    private int piece;

    PlainXml(InputStream part) throws IOException {
        super(new BufferedReader(
                new InputStreamReader(
                        part,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 15));
        in.mark(1);
        if (in.read() != '\uFEFF') {
            in.reset();
        }
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int read = in.read(buffer, from, length);
        for (int at = from; at < from + read; at++) {
            look(buffer[at]);
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        int c = in.read();
        if (c >= 0) {
            look((char) c);
        }
        return c;
    }

    private void look(char c) throws IOException {
        piece = c == '<' ? 0 : piece + 1;
        if (piece > LONGEST_PIECE || (before == '<' && (c == '!' || (c == '?' && begun)))) {
            throw new IOException("no plain XML");
        }
        begun |= before == '<';
        before = c;
    }
}
