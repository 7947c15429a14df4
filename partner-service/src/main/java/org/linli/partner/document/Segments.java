package org.linli.partner.document;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Predicate;

/** A body as it comes from the network, gathered into segments worth keeping. */
final class Segments {

    private Segments() {}

    /** Segments of at least {@code size} bytes, the last one of what is left. */
    static Flux<byte[]> of(Flux<DataBuffer> body, int size) {
        return Flux.defer(() -> body.map(Segments::bytes)
                .filter(bytes -> bytes.length > 0)
                .bufferUntil(new Filled(size))
                .map(Segments::joined));
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(
                parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** Counts what was seen since it last said that it is enough. */
    private static final class Filled implements Predicate<byte[]> {

        private final int enough;
        private int seen;

        private Filled(int enough) {
            this.enough = enough;
        }

        @Override
        public boolean test(byte[] part) {
            seen += part.length;
            boolean full = seen >= enough;
            seen = full ? 0 : seen;
            return full;
        }
    }
}
