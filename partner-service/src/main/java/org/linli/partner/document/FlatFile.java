package org.linli.partner.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Looks whether a PDF or a picture is that and nothing else beside. A browser, a script host or Java finds a program in the
 * middle or at the end of a file, whatever it begins with; so nothing stands before the first byte of the format, nothing
 * after its last one, and nothing in between that those would run. What a PDF's own objects do, {@link PdfObjects} says.
 */
final class FlatFile {

    /** As they would be found, in small letters; long enough not to stand in packed bytes by chance. */
    private static final List<String> PROGRAMS = List.of(
            "<script",
            "<html",
            "<!doctype html",
            "<hta:",
            "<?php",
            "<iframe",
            "javascript:",
            "vbscript:",
            "activexobject",
            "wscript.");

    /** End of an archive's directory, by which Java and others find an archive from the end of any file. */
    private static final String ARCHIVE = "PK\u0005\u0006";

    /** So far from the end they look: a comment of 65,535 bytes may follow. */
    private static final int ARCHIVE_TAIL = 66_000;

    private static final int WINDOW = 1 << 20;
    private static final int LONGEST = 16;
    private static final String BLANK = "\t\n\f\r \u0000";

    private FlatFile() {}

    static boolean isOnly(DocumentType type, Path file) throws IOException {
        return switch (type) {
            case PDF -> startsLikePdf(file) && endsWith(file, "%%EOF") && holdsNone(file) && PdfObjects.areStill(file);
            case PNG -> endsWith(file, "IEND\u00aeB`\u0082") && holdsNone(file);
            case JPEG -> holdsNone(file);
            case WEBP -> riffLength(file) == Files.size(file) && holdsNone(file);
            case DOCX, XLSX -> false;
        };
    }

    private static boolean startsLikePdf(Path file) throws IOException {
        return head(file, 8).matches("%PDF-[12]\\.[0-9]");
    }

    /** Blanks at the end belong to no other format. */
    private static boolean endsWith(Path file, String mark) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] window = new byte[WINDOW];
            for (long end = bytes.length(); end > 0; ) {
                int size = (int) Math.min(window.length, end);
                bytes.seek(end - size);
                bytes.readFully(window, 0, size);
                int last = size;
                while (last > 0 && BLANK.indexOf(window[last - 1] & 0xff) >= 0) {
                    last--;
                }
                if (last > 0) {
                    long from = end - size + last - mark.length();
                    return from >= 0 && read(bytes, from, mark.length()).equals(mark);
                }
                end -= size;
            }
            return false;
        }
    }

    private static boolean holdsNone(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            int tail = (int) Math.min(ARCHIVE_TAIL, bytes.length());
            if (read(bytes, bytes.length() - tail, tail).contains(ARCHIVE)) {
                return false;
            }
            for (long at = 0; at < bytes.length(); at += WINDOW) {
                String text = read(bytes, at, (int) Math.min(WINDOW + LONGEST, bytes.length() - at))
                        .toLowerCase(Locale.ROOT);
                if (PROGRAMS.stream().anyMatch(text::contains)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Source: WebP container; the length stands in the head, least significant byte first, without the first eight. */
    private static long riffLength(Path file) throws IOException {
        String head = head(file, 8);
        long length = 0;
        for (int at = 7; at >= 4; at--) {
            length = length << 8 | head.charAt(at);
        }
        return length + 8;
    }

    private static String head(Path file, int length) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            return bytes.length() < length ? "\u0000".repeat(length) : read(bytes, 0, length);
        }
    }

    /** A byte a character. */
    private static String read(RandomAccessFile bytes, long at, int length) throws IOException {
        byte[] some = new byte[length];
        bytes.seek(at);
        bytes.readFully(some);
        return new String(some, StandardCharsets.ISO_8859_1);
    }
}
