package org.linli.partner.agreement.pdf;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Locale;
import java.util.Objects;

/**
 * The font of papers, Noto Sans SC under the SIL Open Font License 1.1, and which characters it draws. One that it lacks
 * is written by its number, so that nothing is lost on paper.
 */
final class PaperFont {

    static final String NAME = "Noto Sans SC";
    private static final String FILE = "/fonts/NotoSansSC-Regular.ttf";

    private final byte[] file;
    private final BitSet drawn;

    private PaperFont(byte[] file, BitSet drawn) {
        this.file = file;
        this.drawn = drawn;
    }

    static PaperFont load() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PaperFont.class.getResourceAsStream(FILE), "the build lacks " + FILE)) {
            byte[] file = in.readAllBytes();
            return new PaperFont(file, drawn(file));
        }
    }

    private static BitSet drawn(byte[] file) throws IOException {
        BitSet drawn = new BitSet(Character.MAX_CODE_POINT + 1);
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int c = ' '; c <= Character.MAX_CODE_POINT; c++) {
                drawn.set(c, glyphs.getGlyphId(c) != 0);
            }
        }
        return drawn;
    }

    InputStream open() {
        return new ByteArrayInputStream(file);
    }

    /** The text with what the font lacks as 〔U+20BB7〕. Ends of lines and tabs need no glyph. */
    String written(String text) {
        StringBuilder written = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (drawn.get(c) || c == '\n' || c == '\r' || c == '\t') {
                written.appendCodePoint(c);
            } else {
                written.append(String.format(Locale.ROOT, "〔U+%04X〕", c));
            }
        });
        return written.toString();
    }
}
