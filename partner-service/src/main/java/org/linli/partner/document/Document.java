package org.linli.partner.document;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/** A file of a partner's that came whole and is of a kind that is taken. */
@Schema(name = "Document")
public record Document(
        UUID id,
        @Schema(example = "营业执照.pdf") String name,
        DocumentType type,
        long length,

        @Schema(description = "SHA-256 of the content, 64 hexadecimal digits")
        String sha256,

        Instant doneAt) {

    static String folder(UUID id) {
        return "documents/" + id;
    }

    static String key(UUID id) {
        return folder(id) + "/content";
    }
}
