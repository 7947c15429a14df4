package org.linli.partner.document;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;

import java.nio.charset.StandardCharsets;

/** A document's bytes as an answer: an attachment under its own name, with its SHA-256 as tag. */
public final class DocumentContent {

    private DocumentContent() {}

    public static ResponseEntity<Flux<DataBuffer>> answer(Document document, Flux<DataBuffer> bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.type().mediaType()))
                .contentLength(document.length())
                .eTag("\"" + document.sha256() + "\"")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }
}
