package org.linli.platform.sheet;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How numbers are shown, by the number of a cell's style. */
record NumberFormats(List<NumberFormat> styles) {

    /** More than a workbook can have. */
    private static final int MOST = 70_000;

    private static final int LONGEST = 1000;

    static NumberFormats read(PackageParts parts, @Nullable String part) throws IOException {
        List<NumberFormat> styles = new ArrayList<>();
        Map<String, NumberFormat> own = new HashMap<>();
        if (part == null || !parts.has(part)) {
            return new NumberFormats(styles);
        }
        try (XmlCursor xml = new XmlCursor(parts.open(part))) {
            boolean cells = false;
            while (xml.next()) {
                if (xml.begins("numFmt")) {
                    String code = xml.attribute("formatCode", "");
                    own.put(xml.attribute("numFmtId", ""), NumberFormat.of(code.length() > LONGEST ? "General" : code));
                } else if (xml.begins("cellXfs") || xml.ends("cellXfs")) {
                    cells = xml.begins("cellXfs");
                } else if (cells && xml.begins("xf")) {
                    String id = xml.attribute("numFmtId", "0");
                    NumberFormat known = own.get(id);
                    styles.add(known == null ? NumberFormat.builtIn(id) : known);
                }
                if (styles.size() > MOST || own.size() > MOST) {
                    throw new IOException("too many formats");
                }
            }
        }
        return new NumberFormats(styles);
    }

    NumberFormat of(String style) {
        int at = style.matches("[0-9]{1,6}") ? Integer.parseInt(style) : -1;
        return at >= 0 && at < styles.size() ? styles.get(at) : NumberFormat.PLAIN;
    }
}
