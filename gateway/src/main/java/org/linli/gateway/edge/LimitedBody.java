package org.linli.gateway.edge;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A body of undeclared length, counted as it streams. What is beyond the limit goes nowhere, but is still read, so that
 * the client gets to see the refusal; a body many times the limit is broken off.
 */
class LimitedBody extends ServerHttpRequestDecorator {

    private static final int PATIENCE = 8;

    private final DataSize maxBody;

    LimitedBody(ServerHttpRequest request, DataSize maxBody) {
        super(request);
        this.maxBody = maxBody;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> {
            AtomicLong seen = new AtomicLong();
            return super.getBody()
                    .<DataBuffer>handle((buffer, sink) -> count(buffer, seen, sink))
                    .concatWith(Mono.defer(() -> seen.get() > maxBody.toBytes() ? refused() : Mono.empty()));
        });
    }

    private void count(DataBuffer buffer, AtomicLong seen, SynchronousSink<DataBuffer> sink) {
        long bytes = seen.addAndGet(buffer.readableByteCount());
        if (bytes <= maxBody.toBytes()) {
            sink.next(buffer);
            return;
        }
        DataBufferUtils.release(buffer);
        if (bytes > PATIENCE * maxBody.toBytes()) {
            sink.error(Shape.tooLarge(maxBody).exception());
        }
    }

    private Mono<DataBuffer> refused() {
        return Mono.error(Shape.tooLarge(maxBody).exception());
    }
}
