package org.linli.platform.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class ConnectionsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int TOGETHER = 6;

    @Autowired
    ConnectionFactory pool;

    @Test
    void the_pools_connections_are_spread_over_all_event_loops() {
        List<Connection> taken = Flux.range(0, TOGETHER)
                .<Connection>concatMap(i -> pool.create())
                .collectList()
                .block(LIMIT);
        try {
            Set<String> threads = Flux.fromIterable(Objects.requireNonNull(taken))
                    .flatMap(connection -> Flux.from(
                                    connection.createStatement("SELECT 1").execute())
                            .flatMap(Result::getRowsUpdated)
                            .map(rows -> Thread.currentThread().getName()))
                    .collect(Collectors.toSet())
                    .block(LIMIT);
            int loops = Runtime.getRuntime().availableProcessors() | 1;
            assertThat(threads).hasSize(Math.min(loops, TOGETHER)).allMatch(name -> name.startsWith("r2dbc-"));
        } finally {
            Flux.fromIterable(Objects.requireNonNull(taken))
                    .concatMap(Connection::close)
                    .blockLast(LIMIT);
        }
    }
}
