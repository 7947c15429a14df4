package org.linli.platform.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, as Excel writes it and as nobody should. */
final class HandMade {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> sheets = new ArrayList<>();
    private String properties = "";

    static HandMade workbook() {
        return new HandMade()
                .styles(
                        "<numFmts count=\"2\"><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;;@\"/>"
                                + "<numFmt numFmtId=\"177\" formatCode=\"000000\"/></numFmts>"
                                + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
                                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"10\"/>"
                                + "<xf numFmtId=\"177\"/><xf numFmtId=\"11\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/></cellXfs>");
    }

    /** The rows as XML. */
    HandMade sheet(String name, String rows) {
        sheets.add(name);
        return part(
                "xl/worksheets/sheet" + sheets.size() + ".xml",
                HEAD + "<worksheet " + MAIN + "><dimension ref=\"A1\"/><sheetData>" + rows
                        + "</sheetData><pageMargins left=\"0.7\"/></worksheet>");
    }

    HandMade texts(String items) {
        return part("xl/sharedStrings.xml", HEAD + "<sst " + MAIN + ">" + items + "</sst>");
    }

    HandMade styles(String content) {
        return part("xl/styles.xml", HEAD + "<styleSheet " + MAIN + ">" + content + "</styleSheet>");
    }

    HandMade from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    HandMade part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    HandMade part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    byte[] bytes() {
        var listed = new StringBuilder();
        var related = new StringBuilder();
        for (int at = 1; at <= sheets.size(); at++) {
            listed.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>".formatted(sheets.get(at - 1), at, at));
            related.append(relation("rId" + at, "worksheet", "worksheets/sheet" + at + ".xml"));
        }
        part(
                "xl/workbook.xml",
                HEAD + "<workbook " + MAIN + " xmlns:r=\"" + RELATIONS + "\">" + properties + "<sheets>" + listed
                        + "</sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                relations(related
                        + relation("rId90", "styles", "styles.xml")
                        + relation("rId91", "sharedStrings", "/xl/sharedStrings.xml")));
        part("[Content_Types].xml", HEAD + "<Types/>");
        part("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String relations(String content) {
        return HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
                + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, type, target);
    }
}
