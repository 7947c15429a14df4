package org.linli.partner.agreement.pdf;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets a paper be searched and copied from. The font draws 人 (U+4EBA) and its radical ⼈ (U+2F08) with one glyph, and
 * the PDF remembers the lower number: who searches for a name would not find it. Here every radical becomes the
 * character again, in the table that leads from glyphs back to text.
 */
final class TextLayer {

    private static final Pattern RANGE =
            Pattern.compile("<(\\p{XDigit}{4})>\\s*<(\\p{XDigit}{4})>\\s*<((?:\\p{XDigit}{4})+)>");
    private static final String BEGIN = "endcodespacerange";
    private static final String END = "endcmap";
    private static final int MOST_A_BLOCK = 100;
    private static final int HEX = 16;

    private TextLayer() {}

    static byte[] mended(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (COSObject font : document.getDocument().getObjectsByType(COSName.FONT)) {
                if (font.getObject() instanceof COSDictionary face
                        && face.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream table) {
                    mend(table);
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void mend(COSStream table) throws IOException {
        String text;
        try (InputStream in = table.createInputStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            return;
        }
        int from = begin + BEGIN.length();
        String mended = text.substring(0, from) + "\n" + blocks(lines(text.substring(from, end))) + text.substring(end);
        try (OutputStream out = table.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(mended.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** One line a glyph: its code and its text. */
    private static List<String> lines(String ranges) {
        List<String> lines = new ArrayList<>();
        Matcher range = RANGE.matcher(ranges);
        while (range.find()) {
            int first = Integer.parseInt(range.group(1), HEX);
            int last = Integer.parseInt(range.group(2), HEX);
            String text = range.group(3);
            String head = text.substring(0, text.length() - 4);
            int tail = Integer.parseInt(text.substring(text.length() - 4), HEX);
            for (int code = first; code <= last; code++) {
                lines.add("<%04X> <%s>".formatted(code, character(head + "%04X".formatted(tail + code - first))));
            }
        }
        return lines;
    }

    /** Source of the range: Unicode, Kangxi Radicals and CJK Radicals Supplement, with their compatibility mappings. */
    private static String character(String utf16) {
        int unit = utf16.length() == 4 ? Integer.parseInt(utf16, HEX) : 0;
        return unit >= 0x2E80 && unit <= 0x2FDF
                ? "%04X".formatted((int) Normalizer.normalize(String.valueOf((char) unit), Normalizer.Form.NFKC)
                        .charAt(0))
                : utf16;
    }

    private static String blocks(List<String> lines) {
        StringBuilder blocks = new StringBuilder();
        for (int at = 0; at < lines.size(); at += MOST_A_BLOCK) {
            List<String> block = lines.subList(at, Math.min(at + MOST_A_BLOCK, lines.size()));
            blocks.append(block.size())
                    .append(" beginbfchar\n")
                    .append(String.join("\n", block))
                    .append("\nendbfchar\n\n");
        }
        return blocks.toString();
    }
}
