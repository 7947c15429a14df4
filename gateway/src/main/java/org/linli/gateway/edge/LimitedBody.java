package org.linli.gateway.edge;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

import java.util.concurrent.atomic.AtomicLong;

/** A body of undeclared length, counted as it streams and broken off where it grows too large. */
class LimitedBody extends ServerHttpRequestDecorator {

    private final DataSize maxBody;

    LimitedBody(ServerHttpRequest request, DataSize maxBody) {
        super(request);
        this.maxBody = maxBody;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> {
            AtomicLong seen = new AtomicLong();
            return super.getBody().handle((buffer, sink) -> count(buffer, seen, sink));
        });
    }

    private void count(DataBuffer buffer, AtomicLong seen, SynchronousSink<DataBuffer> sink) {
        if (seen.addAndGet(buffer.readableByteCount()) > maxBody.toBytes()) {
            DataBufferUtils.release(buffer);
            sink.error(Shape.tooLarge(maxBody).exception());
        } else {
            sink.next(buffer);
        }
    }
}
