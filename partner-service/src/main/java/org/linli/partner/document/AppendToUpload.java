package org.linli.partner.document;

import org.jspecify.annotations.Nullable;
import org.linli.partner.document.Uploads.Piece;
import org.linli.platform.security.Visibility;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Takes the bytes of one PATCH. Without a checksum each segment counts as soon as it is stored, so an interrupted
 * PATCH keeps what has come; with one, all count together or none.
 *
 * <p>A caller who hangs up does not stop it: what has come by then is stored all the same.
 */
@Service
class AppendToUpload {

    static final int MOST_PIECES = 5_000;
    private static final int SEGMENT = 256 * 1024;

    private final Uploads uploads;
    private final FileStore files;

    AppendToUpload(Uploads uploads, FileStore files) {
        this.uploads = uploads;
        this.files = files;
    }

    /** The offset after it. The upload is open, and its offset where the body begins. */
    Mono<Long> append(Upload upload, Flux<DataBuffer> body, @Nullable Checksum checksum) {
        Mono<Long> work = checksum == null
                ? new Appending(upload).eachByItself(body)
                : new Appending(upload).together(body, checksum);
        return Mono.deferContextual(context -> Mono.fromFuture(
                        () -> work.materialize().contextWrite(context).toFuture(), true))
                .dematerialize();
    }

    /** One PATCH under way: where it has come to, and what is stored and does not count yet. */
    private final class Appending {

        private final Upload upload;
        private final List<Piece> stored = new ArrayList<>();
        private long at;

        private Appending(Upload upload) {
            this.upload = upload;
            this.at = upload.offset();
        }

        private Mono<Long> eachByItself(Flux<DataBuffer> body) {
            return Segments.of(body.onErrorComplete(), SEGMENT)
                    .concatMap(bytes -> store(bytes).then(Mono.defer(this::count)), 1)
                    .then(Mono.fromSupplier(() -> at));
        }

        private Mono<Long> together(Flux<DataBuffer> body, Checksum checksum) {
            return Segments.of(body, SEGMENT)
                    .doOnNext(checksum::add)
                    .concatMap(this::store, 1)
                    .then(Mono.defer(() -> checksum.matches() ? count() : Mono.error(UploadProblems.checksum())))
                    .then(Mono.fromSupplier(() -> at));
        }

        private Mono<Void> store(byte[] bytes) {
            if (at + bytes.length > upload.length()) {
                return Mono.error(UploadProblems.beyondLength(upload));
            }
            Piece piece = new Piece(at, bytes.length, upload.folder() + "/" + UUID.randomUUID());
            at += bytes.length;
            stored.add(piece);
            return files.put(piece.key(), bytes);
        }

        private Mono<Void> count() {
            if (stored.isEmpty()) {
                return Mono.empty();
            }
            List<Piece> pieces = List.copyOf(stored);
            stored.clear();
            return uploads.advance(upload, pieces.getFirst().at(), pieces, MOST_PIECES)
                    .flatMap(counted ->
                            counted ? Mono.empty() : overtaken(pieces.getFirst().at()));
        }

        private Mono<Void> overtaken(long at) {
            return uploads.find(upload.id(), Visibility.ofOwner(upload.partnerId()))
                    .switchIfEmpty(Mono.error(UploadProblems::notFound))
                    .flatMap(now -> Mono.error(
                            now.offset() == at
                                    ? UploadProblems.tooManyPieces(MOST_PIECES)
                                    : UploadProblems.offset(at, now.offset())));
        }
    }
}
