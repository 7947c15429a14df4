package org.linli.platform.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.ValidationDepth;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class ConnectionsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int TOGETHER = 6;

    @Autowired
    ConnectionFactory pool;

    @Autowired
    TestDatabase database;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T00:00:00Z"));

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

    @Test
    void a_connection_that_just_answered_is_not_asked_again_and_later_it_is() {
        Connection connection = open();
        long backend = backend(connection);
        assertThat(isAlive(connection)).isTrue();
        long asked = lastAsked(backend);
        now.updateAndGet(before -> before.plus(RecentlyAlive.MOMENT).minusMillis(1));
        assertThat(isAlive(connection)).isTrue();
        assertThat(lastAsked(backend)).isEqualTo(asked);
        now.updateAndGet(before -> before.plusMillis(2));
        assertThat(isAlive(connection)).isTrue();
        assertThat(lastAsked(backend)).isGreaterThan(asked);
        Mono.from(connection.close()).block(LIMIT);
    }

    @Test
    void a_connection_that_the_server_ended_is_not_alive_though_it_just_answered() {
        Connection connection = open();
        long backend = backend(connection);
        assertThat(isAlive(connection)).isTrue();
        database.number("SELECT pg_terminate_backend(%d)::int".formatted(backend));
        Awaitility.await().atMost(LIMIT).until(() -> !isAlive(connection));
    }

    private Connection open() {
        ConnectionFactory plain = ConnectionFactories.get(database.r2dbcOptions());
        return Objects.requireNonNull(
                Mono.from(new RecentlyAlive(plain, now::get).create()).block(LIMIT));
    }

    private static boolean isAlive(Connection connection) {
        return Boolean.TRUE.equals(
                Mono.from(connection.validate(ValidationDepth.REMOTE)).block(LIMIT));
    }

    private static long backend(Connection connection) {
        return Objects.requireNonNull(Flux.from(connection
                        .createStatement("SELECT pg_backend_pid()::bigint")
                        .execute())
                .flatMap(result -> result.map(row -> Objects.requireNonNull(row.get(0, Long.class))))
                .blockLast(LIMIT));
    }

    /** When the server began its last statement for this connection, in microseconds. */
    private long lastAsked(long backend) {
        return database.number(
                "SELECT (extract(epoch FROM query_start) * 1000000)::bigint FROM pg_stat_activity WHERE pid = "
                        + backend);
    }
}
