package org.linli.processes;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RealProcessesTest {
    @TempDir
    Path directory;

    @Test
    void postgres_keeps_what_was_committed_through_a_crash() throws Exception {
        PostgresProcess.Options options = new PostgresProcess.Options(directory, 0, true, Lifetime.TIED);
        PostgresProcess postgres = PostgresProcess.start(options);
        postgres.createDatabase("street");
        postgres.createDatabase("street");
        try (Connection connection = postgres.connect("street");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE unit (name text)");
            statement.execute("INSERT INTO unit VALUES ('环市街道')");
        }
        postgres.kill();
        assertThat(postgres.isAlive()).isFalse();

        PostgresProcess again = PostgresProcess.start(options);
        try (Connection connection = again.connect("street");
                ResultSet row = connection.createStatement().executeQuery("SELECT name FROM unit")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("环市街道");
        }
        assertThat(PostgresProcess.attach(directory).orElseThrow().pid()).isEqualTo(again.pid());
        again.stop();
        assertThat(PostgresProcess.attach(directory)).isEmpty();
    }

    @Test
    void a_databases_role_owns_all_of_it_and_enters_no_other() throws Exception {
        PostgresProcess postgres = PostgresProcess.start(PostgresProcess.Options.forTests(directory));
        postgres.createDatabase("fund", "funds-own");
        postgres.createDatabase("street");
        try (Connection superuser = postgres.connect("street");
                Statement statement = superuser.createStatement()) {
            statement.execute("CREATE SCHEMA sandbox");
            statement.execute(
                    "CREATE TABLE sandbox.unit (id bigint GENERATED ALWAYS AS IDENTITY) PARTITION BY RANGE (id)");
            statement.execute("CREATE TABLE sandbox.unit_1 PARTITION OF sandbox.unit FOR VALUES FROM (0) TO (9)");
            statement.execute("CREATE FUNCTION one() RETURNS int LANGUAGE sql RETURN 1");
            statement.execute("CREATE EXTENSION btree_gist");
        }

        postgres.createDatabase("street", "it's new");
        postgres.createDatabase("street", "the street's");

        try (Connection role = DriverManager.getConnection(postgres.jdbcUrl("street"), "street", "the street's");
                Statement statement = role.createStatement()) {
            statement.execute("INSERT INTO sandbox.unit DEFAULT VALUES");
            statement.execute("TRUNCATE sandbox.unit_1");
            statement.execute("CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql RETURN 2");
            statement.execute("CREATE EXTENSION pg_trgm");
            assertThatThrownBy(() -> statement.execute("CREATE ROLE another SUPERUSER"))
                    .hasMessageContaining("permission denied");
        }
        for (String other : List.of("fund", "postgres", "template1")) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(other), "street", "the street's"))
                    .hasMessageContaining("permission denied for database");
        }
        postgres.stop();
    }

    @Test
    void kafka_keeps_its_topics_through_a_crash() throws Exception {
        KafkaProcess.Options options = KafkaProcess.Options.forTests(directory);
        KafkaProcess kafka = KafkaProcess.start(options);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("linli.street", 6, (short) 1)))
                    .all()
                    .get();
        }
        kafka.kill();
        assertThat(kafka.isAlive()).isFalse();

        KafkaProcess again = KafkaProcess.start(options);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", again.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).contains("linli.street");
        }
        again.stop();
        assertThat(again.isAlive()).isFalse();
    }

    @Test
    void a_recycled_pid_is_nobodys() throws Exception {
        Path pidFile = Files.writeString(
                directory.resolve("other.pid"), ProcessHandle.current().pid() + " 1000 0\n");
        assertThat(ManagedProcess.attach("other", pidFile, directory.resolve("log")))
                .isEmpty();
    }
}
