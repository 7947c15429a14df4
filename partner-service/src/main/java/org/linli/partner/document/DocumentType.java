package org.linli.partner.document;

import io.swagger.v3.oas.annotations.media.Schema;
import org.apache.tika.mime.MimeTypes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of document that are taken. A file is what its content says, and its name has to say the same. */
@Schema(name = "DocumentType")
public enum DocumentType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    WEBP("image/webp", "webp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    /** As people read them. */
    static final String EXPECTED = "PDF, PNG, JPEG, WebP, DOCX or XLSX, under the extension of its kind";

    private static final MimeTypes CONTENT = MimeTypes.getDefaultMimeTypes();

    private final String mediaType;
    private final List<String> extensions;

    DocumentType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whose extension the name has; empty where it is of none of these. */
    static Optional<DocumentType> ofName(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.indexOf('.') < 0
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(type -> type.extensions.contains(extension))
                        .findFirst();
    }

    /** All extensions that are taken. */
    static Stream<String> allExtensions() {
        return Arrays.stream(values()).flatMap(type -> type.extensions.stream());
    }

    /** The type of the file, if it is one of these and carries nothing that runs. */
    static Optional<DocumentType> of(Path file) throws IOException {
        String found;
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            found = CONTENT.detect(content, new org.apache.tika.metadata.Metadata())
                    .getBaseType()
                    .toString();
        }
        boolean archive = found.equals("application/zip") || found.equals("application/x-tika-ooxml");
        if (archive) {
            return OfficePackage.typeOf(file);
        }
        Optional<DocumentType> plain = Arrays.stream(values())
                .filter(type -> type != DOCX && type != XLSX && type.mediaType.equals(found))
                .findFirst();
        return plain.isPresent() && FlatFile.isOnly(plain.get(), file) ? plain : Optional.empty();
    }
}
