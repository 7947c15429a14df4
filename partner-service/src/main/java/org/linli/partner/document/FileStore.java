package org.linli.partner.document;

import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.nio.file.Path;

/**
 * Where bytes lie, by keys of our own making: lower-case letters, digits and dashes between slashes. What was put is
 * whole or not there at all, and lasts once the answer has come.
 */
public interface FileStore {

    Mono<Void> put(String key, byte[] content);

    Mono<Void> put(String key, Path file);

    /** Fails with {@link java.io.IOException} or {@link java.io.UncheckedIOException} where there is nothing. */
    Flux<DataBuffer> read(String key);

    /** Removes all below the folder; nothing where there is nothing. */
    Mono<Void> removeAll(String folder);
}
