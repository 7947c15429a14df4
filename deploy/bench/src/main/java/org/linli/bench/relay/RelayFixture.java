package org.linli.bench.relay;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.linli.processes.Compiler;
import org.linli.processes.KafkaProcess;
import org.linli.processes.Lifetime;
import org.linli.processes.PostgresProcess;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A PostgreSQL that keeps what it commits and a Kafka broker, for this run alone. */
record RelayFixture(PostgresProcess postgres, KafkaProcess kafka) implements AutoCloseable {

    static final String DATABASE = "bench";
    static final String RELAY_TOPIC = "linli.bench.relay";
    static final String TOOL_TOPIC = "linli.bench.tool";

    /** About what an accepted statement with three lines weighs. */
    static final String PAYLOAD = payload();

    static RelayFixture open() throws Exception {
        Path directory = Files.createDirectories(Path.of(
                System.getProperty("linli.repository", "."),
                "deploy",
                "bench",
                "target",
                "relay-" + ProcessHandle.current().pid()));
        PostgresProcess postgres = PostgresProcess.start(
                new PostgresProcess.Options(directory.resolve("postgres"), 0, true, Lifetime.TIED));
        KafkaProcess kafka = KafkaProcess.start(
                KafkaProcess.Options.forTests(directory.resolve("kafka")).compiledBy(Compiler.FULL));
        var ground = new RelayFixture(postgres, kafka);
        postgres.createDatabase(DATABASE);
        ground.execute(script());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(RELAY_TOPIC, 6, (short) 1), new NewTopic(TOOL_TOPIC, 6, (short) 1)))
                    .all()
                    .get();
        }
        return ground;
    }

    Connection connect() throws SQLException {
        return postgres.connect(DATABASE);
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** An outbox with so many waiting events over 1,348 branches, as after a fresh start. */
    void fill(int events) throws SQLException {
        execute("TRUNCATE outbox RESTART IDENTITY");
        execute("""
                INSERT INTO outbox (event_id, topic, type, subject, key, sequence, correlation_id, data)
                SELECT gen_random_uuid(), '%s', 'linli.company.revenue-statement.accepted.v1',
                       branch || '/2026-03', branch, i / 1348 + 1, gen_random_uuid(), '%s'
                  FROM (SELECT i, (440703006101 + i %% 1348)::text AS branch FROM generate_series(0, %d - 1) AS i) AS e
                 ORDER BY i
                """.formatted(RELAY_TOPIC, PAYLOAD, events));
        execute("ANALYZE outbox");
        execute("CHECKPOINT");
    }

    static boolean isDrained(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM outbox WHERE NOT sent)")) {
            rows.next();
            return !rows.getBoolean(1);
        }
    }

    private static String script() throws IOException {
        try (InputStream in = RelayFixture.class.getResourceAsStream("/db/platform/V1__outbox_inbox_idempotency.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String payload() {
        String line = "{\"line\":\"CANTEEN\",\"project\":null,\"partner\":\"partner-17\",\"counterparty\":null,"
                + "\"gross\":\"1234.56\",\"tax\":\"12.34\",\"directCost\":\"234.50\",\"entries\":3}";
        return "{\"statementId\":\"440703006101-2026-03-1\",\"unit\":\"440703006101\",\"period\":\"2026-03\",\"version\":1,"
                + "\"supersedes\":null,\"unitClass\":\"VENUE\",\"acceptedBy\":\"hq\",\"acceptedAt\":\"2026-04-03T02:11:09Z\","
                + "\"totals\":{\"gross\":\"3703.68\",\"tax\":\"37.02\",\"directCost\":\"703.50\",\"entries\":9},"
                + "\"lines\":[" + line + "," + line + "," + line + "]}";
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }
}
