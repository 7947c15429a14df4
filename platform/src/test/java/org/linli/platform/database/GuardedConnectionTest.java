package org.linli.platform.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SampleTest
class GuardedConnectionTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MORE_THAN_THE_POOL = 20;

    @Autowired
    ConnectionFactory pool;

    @Autowired
    DatabaseClient client;

    @Autowired
    TestDatabase database;

    @Test
    void a_connection_given_back_inside_a_transaction_is_rolled_back() {
        String unit = UUID.randomUUID().toString();
        Connection careless = take();
        run(careless, "BEGIN");
        run(careless, "INSERT INTO note (unit, text, amount) VALUES ('" + unit + "', '夜市', 1)");
        giveBack(careless);
        for (int i = 0; i < MORE_THAN_THE_POOL; i++) {
            Connection next = take();
            assertThat(next.isAutoCommit()).isTrue();
            giveBack(next);
        }
        assertThat(database.number("SELECT count(*) FROM note WHERE unit = '" + unit + "'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO note (unit, text, amount) VALUES ('a', 'b', 1)",
                "  update note SET text = 'b'",
                "DELETE FROM note",
                "WITH found AS (SELECT 1) INSERT INTO note (unit, text, amount) SELECT 'a', 'b', 1 FROM found",
                "WITH done AS (UPDATE note AS n SET text = 'b' RETURNING 1) SELECT * FROM done"
            })
    void nothing_is_written_outside_of_a_transaction(String sql) {
        assertThatThrownBy(() -> client.sql(sql).then().block(LIMIT))
                .hasStackTraceContaining("writes outside of a transaction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM note LIMIT 1",
                "WITH found AS (SELECT id FROM note LIMIT 1 FOR UPDATE) SELECT * FROM found"
            })
    void reading_needs_none(String sql) {
        List<?> rows = client.sql(sql).fetch().all().collectList().block(LIMIT);
        assertThat(rows).isNotNull();
    }

    private Connection take() {
        return Objects.requireNonNull(Mono.<Connection>from(pool.create()).block(LIMIT));
    }

    private static void giveBack(Connection connection) {
        Flux.from(connection.close()).blockLast(LIMIT);
    }

    private static void run(Connection connection, String sql) {
        Flux.from(connection.createStatement(sql).execute())
                .flatMap(Result::getRowsUpdated)
                .blockLast(LIMIT);
    }
}
