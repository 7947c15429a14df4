package org.linli.bench.gateway;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoadTest {

    final AtomicInteger answered = new AtomicInteger();
    volatile int status = 200;
    HttpServer server;
    String address;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    ? "{}".getBytes()
                    : new byte[0];
            exchange.sendResponseHeaders(body.length == 0 ? 401 : status, answered.get() % 2 == 0 ? body.length : 0);
            exchange.getResponseBody().write(body);
            exchange.close();
            answered.incrementAndGet();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void counts_what_was_answered_whole_also_in_chunks() throws Exception {
        double rate = new SocketLoad(2).ratePerSecond(address, "Bearer t", Duration.ofMillis(500));

        assertThat(rate * 0.5).isPositive().isLessThanOrEqualTo(answered.get() + 1.0);
    }

    @Test
    void does_not_count_refusals() {
        assertThatThrownBy(() -> new SocketLoad(2).ratePerSecond(address, "none", Duration.ofMillis(500)))
                .hasMessageContaining("401");
        assertThatThrownBy(() -> Load.best(2).ratePerSecond(address, "none", Duration.ofSeconds(1)))
                .hasMessageMatching("(?s).*(401|Non-2xx).*");
    }
}
