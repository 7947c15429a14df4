package org.linli.platform.testing.process;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

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
