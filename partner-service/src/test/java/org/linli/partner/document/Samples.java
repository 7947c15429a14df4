package org.linli.partner.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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

    /** A PDF whose objects are these, packed into an object stream. @param dictionary beside what that has to say */
    static byte[] packedPdf(String objects, String dictionary) {
        byte[] plain = ("2 0 " + objects).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(("%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Length " + packed.size() + dictionary
                        + ">>\nstream\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(packed.toByteArray());
        file.writeBytes("\nendstream\nendobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1));
        return file.toByteArray();
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
                <Default Extension="xml" ContentType="application/xml"/>
                <Default Extension="xlsx"
                ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>
                <Override PartName="%s" ContentType="%s"/></Types>""".formatted(part, type));
        parts.put("_rels/.rels", """
                <?xml version="1.0"?>
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Type="%s" Target="%s"/></Relationships>""".formatted(relationship, target));
        parts.put(part.substring(1), "<x/>");
        parts.putAll(more);
        return zip(parts);
    }

    /** The relationships of a Word document's main part: one of a kind. */
    static Map<String, String> related(String type, String target, String mode) {
        return Map.of("word/_rels/document.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Type="%s" Target="%s"%s/></Relationships>""".formatted(
                        type, target, mode.isEmpty() ? "" : " TargetMode=\"" + mode + "\""));
    }

    /** A document of Word's with this as its body. */
    static byte[] docx(String body) {
        return office(TRANSITIONAL, "word/document.xml", WORD, Map.of("word/document.xml", """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>%s</w:p>
                </w:body></w:document>""".formatted(body)));
    }

    static byte[] zip(String... entries) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String entry : entries) {
            parts.put(entry, "<x/>");
        }
        return zip(parts);
    }

    static byte[] zip(Map<String, String> entries) {
        return zipOf(entries.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        part -> part.getValue().getBytes(StandardCharsets.UTF_8),
                        (one, other) -> other,
                        LinkedHashMap::new)));
    }

    /** As {@link #docx()} with one more part. */
    static byte[] docxWith(String name, byte[] content) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.put(name, content);
        return zipOf(parts);
    }

    private static byte[] zipOf(Map<String, byte[]> entries) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
