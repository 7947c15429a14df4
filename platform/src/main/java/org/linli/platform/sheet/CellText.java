package org.linli.platform.sheet;

import java.io.IOException;
import java.util.regex.Pattern;

/** The text of a cell in its runs, without the sounds that are noted above Chinese characters. */
final class CellText {

    /** What a cell can hold. */
    static final int LONGEST = 32_767;

    /** Characters that XML cannot hold are written as _x000D_. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private CellText() {}

    /** Up to the end of the element that holds it. */
    static String read(XmlCursor xml, String holder) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean sounds = false;
        while (xml.next() && !xml.ends(holder)) {
            if (xml.begins("rPh") || xml.ends("rPh")) {
                sounds = xml.begins("rPh");
            } else if (xml.begins("t")) {
                String run = xml.text(LONGEST * 7);
                text.append(sounds ? "" : run);
                if (text.length() > LONGEST * 7) {
                    throw new IOException("too long a text");
                }
            }
        }
        return unescaped(text.toString());
    }

    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(hex -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(hex.group(1), 16))))
                : text;
    }
}
