package org.linli.platform.testing;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;

import static org.assertj.core.api.Assertions.assertThat;

@LinliTest(
        properties = {
            "spring.application.name=sample",
            "linli.postgres.database=sample",
            "spring.config.import=classpath:linli-platform.yaml",
            "spring.flyway.locations=classpath:db/platform"
        })
class TestEnvironmentTest {

    @Autowired
    TestDatabase database;

    @Autowired
    TestKafka kafka;

    @Autowired
    DatabaseFingerprint fingerprint;

    @SpringBootApplication
    static class App {}

    @Test
    void gives_each_context_a_database_and_a_broker() {
        assertThat(database.number("SELECT 40 + 2")).isEqualTo(42);
        assertThat(kafka.bootstrapServers()).contains(":");
        assertThat(fingerprint.take()).containsKeys("outbox", "inbox", "idempotency");
    }
}
