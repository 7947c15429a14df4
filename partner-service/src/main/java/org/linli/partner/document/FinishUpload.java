package org.linli.partner.document;

import org.linli.platform.security.Visibility;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Makes a document of an upload whose bytes have all come: looked at, hashed, stored in one, its pieces removed. Done
 * again after a crash it does the same.
 */
@Service
class FinishUpload {

    private final Uploads uploads;
    private final FileStore files;

    FinishUpload(Uploads uploads, FileStore files) {
        this.uploads = uploads;
        this.files = files;
    }

    /** Fails with 422 {@code document-type} where the content is of no kind that is taken; the bytes are then gone. Of two who finish it at once, the second finds it done. */
    Mono<Void> finish(Upload upload) {
        return Mono.usingWhen(
                        blocking(() -> Files.createTempFile("linli-upload-", ".bytes")),
                        file -> gather(upload, file)
                                .then(blocking(() -> Looked.at(file)))
                                .flatMap(looked -> settle(upload, file, looked)),
                        file -> blocking(() -> Files.deleteIfExists(file)))
                .onErrorResume(failure -> uploads.find(upload.id(), Visibility.ofOwner(upload.partnerId()))
                        .filter(now -> now.state() == Upload.State.DONE)
                        .switchIfEmpty(Mono.error(failure))
                        .then());
    }

    private Mono<Void> gather(Upload upload, Path file) {
        Flux<DataBuffer> bytes = uploads.pieces(upload)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(piece -> files.read(piece.key()), 1);
        return DataBufferUtils.write(bytes, file);
    }

    private Mono<Void> settle(Upload upload, Path file, Looked looked) {
        boolean fits = looked.type().equals(DocumentType.ofName(upload.name()));
        if (looked.type().isEmpty() || !fits || looked.length() != upload.length()) {
            return uploads.refuse(upload).then(forgetPieces(upload)).then(Mono.error(UploadProblems::type));
        }
        return files.put(Document.key(upload.id()), file)
                .then(uploads.finish(upload, looked.type().get(), looked.sha256()))
                .then(forgetPieces(upload));
    }

    private Mono<Void> forgetPieces(Upload upload) {
        return uploads.forgetPieces(upload).then(files.removeAll(upload.folder()));
    }

    private static <T> Mono<T> blocking(java.util.concurrent.Callable<T> action) {
        return Mono.fromCallable(action).subscribeOn(Schedulers.boundedElastic());
    }

    private record Looked(Optional<DocumentType> type, long length, String sha256) {

        static Looked at(Path file) throws IOException {
            try (InputStream in =
                    new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
                long length = in.transferTo(java.io.OutputStream.nullOutputStream());
                byte[] digest = ((DigestInputStream) in).getMessageDigest().digest();
                return new Looked(DocumentType.of(file), length, HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }
    }
}
