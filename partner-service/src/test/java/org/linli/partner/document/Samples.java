package org.linli.partner.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of the kinds that are taken, and others. */
public final class Samples {

    private Samples() {}

    /** A file that begins and ends like a PDF and is random in between. */
    public static byte[] pdf(int size, long seed) {
        byte[] bytes = new byte[size];
        new SplittableRandom(seed).nextBytes(bytes);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, head.length);
        byte[] end = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(end, 0, bytes, size - end.length, end.length);
        return bytes;
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[64];
        for (int at = 0; at < values.length; at++) {
            bytes[at] = (byte) values[at];
        }
        return bytes;
    }

    static byte[] png() {
        byte[] bytes = bytes(0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a);
        int[] end = {'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82};
        for (int at = 0; at < end.length; at++) {
            bytes[bytes.length - end.length + at] = (byte) end[at];
        }
        return bytes;
    }

    static final String TRANSITIONAL =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";
    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /** A document by Word. */
    static byte[] docx() {
        return office(TRANSITIONAL, "word/document.xml", WORD, Map.of());
    }

    /** A package of Office Open XML. @param type of the main part; @param more parts beside it, with their content */
    static byte[] office(String relationship, String target, String type, Map<String, String> more) {
        String part = target.startsWith("/") ? target : "/" + target;
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="bin" ContentType="application/octet-stream"/>
                <Override PartName="%s" ContentType="%s"/></Types>""".formatted(part, type));
        parts.put("_rels/.rels", """
                <?xml version="1.0"?>
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Type="%s" Target="%s"/></Relationships>""".formatted(relationship, target));
        parts.put(part.substring(1), "<x/>");
        parts.putAll(more);
        return zip(parts);
    }

    static byte[] zip(String... entries) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String entry : entries) {
            parts.put(entry, "<x/>");
        }
        return zip(parts);
    }

    static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
