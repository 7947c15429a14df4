package org.linli.platform.sheet;

import org.jspecify.annotations.Nullable;
import org.linli.platform.table.TableFault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The texts that cells name by number. They are all kept while a sheet is read, so they may be only so many. */
record SharedTexts(List<String> texts) {

    private static final long MOST_BYTES = 24L << 20;
    private static final int MOST = 1_200_000;

    static SharedTexts read(PackageParts parts, @Nullable String part) throws IOException {
        List<String> texts = new ArrayList<>();
        if (part == null || !parts.has(part)) {
            return new SharedTexts(texts);
        }
        if (parts.size(part) > MOST_BYTES) {
            throw tooMuch();
        }
        try (XmlCursor xml = new XmlCursor(parts.open(part))) {
            while (xml.next()) {
                if (xml.begins("si")) {
                    texts.add(CellText.read(xml, "si"));
                    if (texts.size() > MOST) {
                        throw tooMuch();
                    }
                }
            }
        }
        return new SharedTexts(texts);
    }

    private static TableFault tooMuch() {
        return TableFault.ofFile("holds more text than any table needs", "up to 24 MB of text in one file");
    }

    /** @throws IOException where there is none */
    String get(String number) throws IOException {
        int at = number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : -1;
        if (at < 0 || at >= texts.size()) {
            throw new IOException("no such text");
        }
        return texts.get(at);
    }
}
