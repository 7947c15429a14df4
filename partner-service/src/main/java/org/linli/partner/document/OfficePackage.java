package org.linli.partner.document;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A document or workbook of Office Open XML: a package whose relationships say which part is the main one and whose table of
 * content types says what it is, wherever it lies. Parts that run, or whose kind is told nowhere, are refused with all of it;
 * so is what leads out of it, see {@link OfficePart}.
 *
 * <p>Source: ECMA-376-2 (packages; 9.3 relationships, 10.1.2 content types), transitional and strict.
 */
final class OfficePackage {

    private static final String TYPES = "[Content_Types].xml";
    private static final String PACKAGE_RELATIONS = "_rels/.rels";
    private static final Set<String> MAIN = Set.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
            "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument");
    private static final Map<String, DocumentType> KINDS = Map.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", DocumentType.DOCX,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", DocumentType.XLSX);

    /** In content types: macros, controls and embedded objects of other programs. */
    private static final List<String> RUNNING_TYPES = List.of(
            "macroenabled",
            "vbaproject",
            "vbadata",
            "activex",
            "macrosheet",
            "webextension",
            "oleobject",
            "ms-office.control",
            "java",
            "x-msdownload",
            "msdos-program");

    /** In names of parts: the same, and what makes a package another kind of package. */
    private static final List<String> RUNNING_PARTS = List.of(
            "vbaproject",
            "vbadata",
            "/activex/",
            "/oleobject",
            "meta-inf/manifest.mf",
            "androidmanifest.xml",
            "classes.dex",
            ".class",
            ".jar",
            ".exe",
            ".dll",
            ".js",
            ".vbs",
            ".hta",
            ".bat",
            ".cmd",
            ".ps1",
            ".sh",
            ".scr",
            ".com",
            ".lnk");

    private static final int MOST_PARTS = 5_000;
    private static final int MOST_TABLE = 1 << 20;

    /** Unpacked, of the whole package; documents of people are far smaller. */
    private static final long MOST_BYTES = 300L << 20;

    /** From this size on a part may not be packed tighter than a hundred to one. */
    private static final long LARGE = 1 << 20;

    private static final int TIGHTEST = 100;

    /** Workbooks in a document hold nothing in turn. */
    private static final int DEEPEST = 2;

    private static final int DIRECTORY_END = 22;

    /** How files begin that are programs, or of which nobody can tell what they run (OLE). */
    private static final List<String> PROGRAMS =
            List.of("MZ", "\u007fELF", "\u00ca\u00fe\u00ba\u00be", "\u00d0\u00cf\u0011\u00e0", "#!");

    private static final String PACKED = "PK\u0003\u0004";

    private final ZipFile archive;
    private final int depth;

    /** Bytes that it may still unpack to. */
    private long room;

    private final Map<String, ZipEntry> parts = new HashMap<>();
    private final Map<String, String> byExtension = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();

    private OfficePackage(ZipFile archive, int depth, long room) {
        this.archive = archive;
        this.depth = depth;
        this.room = room;
    }

    /** The type of the file; empty where it is neither, is broken, runs something or unpacks beyond measure. */
    static Optional<DocumentType> typeOf(Path file) throws IOException {
        if (!isOnlyAnArchive(file)) {
            return Optional.empty();
        }
        try (ZipFile archive = new ZipFile(file.toFile())) {
            return new OfficePackage(archive, 1, MOST_BYTES)
                    .mainType()
                    .flatMap(type -> Optional.ofNullable(KINDS.get(type)));
        } catch (ZipException | IllegalArgumentException | SAXException broken) {
            return Optional.empty();
        }
    }

    /** Its first entry stands at the beginning, and the end of its directory, without a comment, at the end. */
    private static boolean isOnlyAnArchive(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() < DIRECTORY_END) {
                return false;
            }
            byte[] head = new byte[4];
            bytes.readFully(head);
            byte[] end = new byte[DIRECTORY_END];
            bytes.seek(bytes.length() - DIRECTORY_END);
            bytes.readFully(end);
            return text(head).equals(PACKED)
                    && text(end).startsWith("PK\u0005\u0006")
                    && text(end).endsWith("\u0000\u0000");
        }
    }

    /** Content type of the main part; empty where it is broken, runs something or unpacks beyond measure. */
    private Optional<String> mainType() throws IOException, SAXException {
        if (!isSoundArchive() || !parts.containsKey(key(TYPES)) || !parts.containsKey(key(PACKAGE_RELATIONS))) {
            return Optional.empty();
        }
        readTypes();
        boolean allKnown = parts.keySet().stream().allMatch(this::isKnownAndStill);
        if (!allKnown) {
            return Optional.empty();
        }
        for (Map.Entry<String, ZipEntry> part : parts.entrySet()) {
            if (!isStillWithin(part.getKey(), part.getValue())) {
                return Optional.empty();
            }
        }
        return mainPart().map(this::typeOf);
    }

    private boolean isStillWithin(String part, ZipEntry entry) throws IOException, SAXException {
        try (InputStream content = new BufferedInputStream(archive.getInputStream(entry))) {
            content.mark(8);
            String head = text(content.readNBytes(4));
            content.reset();
            if (PROGRAMS.stream().anyMatch(head::startsWith)) {
                return false;
            }
            if (head.equals(PACKED)) {
                return depth < DEEPEST && isStillPackage(content);
            }
            return head.isEmpty() || !isXml(part) || OfficePart.isStill(content);
        }
    }

    /** A workbook that a chart of a document shows, or the like. */
    private boolean isStillPackage(InputStream content) throws IOException, SAXException {
        Path file = Files.createTempFile("linli-part-", ".bytes");
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            if (!isOnlyAnArchive(file)) {
                return false;
            }
            try (ZipFile inner = new ZipFile(file.toFile())) {
                OfficePackage within = new OfficePackage(inner, depth + 1, room);
                boolean still = within.mainType()
                        .filter(type -> type.endsWith("main+xml"))
                        .isPresent();
                room = within.room;
                return still;
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Pictures apart, which no reader of the package takes apart. */
    private boolean isXml(String part) {
        String type = part.equals(key(TYPES)) ? "text/xml" : typeOf(part).toLowerCase(Locale.ROOT);
        return !type.startsWith("image/")
                && (type.contains("+xml") || type.contains("/xml") || part.endsWith(".rels") || part.endsWith(".xml"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** No two parts of one name, no more and no larger than a document has, each as large as it says. */
    private boolean isSoundArchive() throws IOException {
        if (archive.size() > MOST_PARTS || archive.getComment() != null) {
            return false;
        }
        for (ZipEntry entry : java.util.Collections.list(archive.entries())) {
            if (entry.isDirectory()) {
                continue;
            }
            if (parts.put(key(entry.getName()), entry) != null
                    || entry.getName().contains("..")) {
                return false;
            }
            long unpacked = unpacked(entry, room);
            room -= unpacked;
            if (room < 0 || (unpacked > LARGE && unpacked / Math.max(1, entry.getCompressedSize()) > TIGHTEST)) {
                return false;
            }
        }
        return true;
    }

    /** Counted, for what an entry says of itself may be made up; no further than needed. */
    private long unpacked(ZipEntry entry, long left) throws IOException {
        try (InputStream content = archive.getInputStream(entry)) {
            byte[] some = new byte[64 * 1024];
            long bytes = 0;
            for (int read = content.read(some); read >= 0 && bytes <= left; read = content.read(some)) {
                bytes += read;
                if (bytes > LARGE && bytes / Math.max(1, entry.getCompressedSize()) > TIGHTEST) {
                    return bytes;
                }
            }
            return bytes;
        }
    }

    private void readTypes() throws IOException, SAXException {
        for (Element one : elements(TYPES, "Default")) {
            byExtension.put(one.getAttribute("Extension").toLowerCase(Locale.ROOT), one.getAttribute("ContentType"));
        }
        for (Element one : elements(TYPES, "Override")) {
            byName.put(key(one.getAttribute("PartName")), one.getAttribute("ContentType"));
        }
    }

    private boolean isKnownAndStill(String part) {
        if (part.equals(key(TYPES))) {
            return true;
        }
        String type = typeOf(part).toLowerCase(Locale.ROOT);
        String name = "/" + part;
        return !type.isEmpty()
                && RUNNING_TYPES.stream().noneMatch(type::contains)
                && RUNNING_PARTS.stream()
                        .noneMatch(end -> end.startsWith(".") ? name.endsWith(end) : name.contains(end));
    }

    private String typeOf(String part) {
        String extension = part.substring(part.lastIndexOf('.') + 1);
        return byName.getOrDefault(part, byExtension.getOrDefault(extension, ""));
    }

    /** Where the package's relationships lead; exactly one. */
    private Optional<String> mainPart() throws IOException, SAXException {
        List<String> targets = new ArrayList<>();
        for (Element one : elements(PACKAGE_RELATIONS, "Relationship")) {
            if (MAIN.contains(one.getAttribute("Type")) && !"External".equals(one.getAttribute("TargetMode"))) {
                targets.add(
                        key(URI.create("/").resolve(one.getAttribute("Target")).getPath()));
            }
        }
        return new HashSet<>(targets).size() == 1
                ? Optional.of(targets.getFirst()).filter(parts::containsKey)
                : Optional.empty();
    }

    private List<Element> elements(String part, String name) throws IOException, SAXException {
        try (InputStream content = archive.getInputStream(parts.get(key(part)))) {
            byte[] bytes = content.readNBytes(MOST_TABLE + 1);
            if (bytes.length > MOST_TABLE) {
                throw new SAXException("too large");
            }
            NodeList found = parsed(bytes).getElementsByTagNameNS("*", name);
            List<Element> elements = new ArrayList<>();
            for (int at = 0; at < found.getLength(); at++) {
                elements.add((Element) found.item(at));
            }
            return elements;
        }
    }

    /** Without a document type, which could name other files or grow without end. */
    private static Document parsed(byte[] xml) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every Java reads XML", impossible);
        }
    }

    /** Names of parts are compared without regard to case (6.2.2.3), and without the slash that an absolute one has. */
    private static String key(String name) {
        String plain = name.startsWith("/") ? name.substring(1) : name;
        return plain.toLowerCase(Locale.ROOT);
    }
}
