package org.linli.partner.document;

import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The kinds of document that are taken. A file is what its content says, whatever its name. */
public enum DocumentType {
    PDF("application/pdf", null),
    PNG("image/png", null),
    JPEG("image/jpeg", null),
    WEBP("image/webp", null),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word/document.xml"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/workbook.xml");

    private static final MimeTypes CONTENT = MimeTypes.getDefaultMimeTypes();

    private final String mediaType;
    private final @Nullable String part;

    DocumentType(String mediaType, @Nullable String part) {
        this.mediaType = mediaType;
        this.part = part;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The type of the file, if it is one of these. Of an archive only the table of contents is read. */
    static Optional<DocumentType> of(Path file) throws IOException {
        String found;
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            found = CONTENT.detect(content, new org.apache.tika.metadata.Metadata())
                    .getBaseType()
                    .toString();
        }
        Optional<DocumentType> plain = Arrays.stream(values())
                .filter(type -> type.part == null && type.mediaType.equals(found))
                .findFirst();
        boolean archive = found.equals("application/zip") || found.equals("application/x-tika-ooxml");
        return archive ? ofArchive(file) : plain;
    }

    private static Optional<DocumentType> ofArchive(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.getEntry("[Content_Types].xml") == null) {
                return Optional.empty();
            }
            return Arrays.stream(values())
                    .filter(type -> type.part != null && archive.getEntry(type.part) != null)
                    .findFirst();
        } catch (ZipException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
