package org.linli.platform.testing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * PostgreSQL and Kafka in containers, by Testcontainers.
 *
 * <p>Images: {@code LINLI_POSTGRES_IMAGE} (default {@value #POSTGRES}) and {@code LINLI_KAFKA_IMAGE} (default
 * {@value #KAFKA}); any image that behaves like these will do.
 */
final class ContainerEngine extends Engine {

    private static final String POSTGRES = "postgres:18";
    private static final String KAFKA = "apache/kafka:4.2.1";
    private static final Logger log = LoggerFactory.getLogger(ContainerEngine.class);

    private final TestDatabase maintenance;

    ContainerEngine() {
        var postgres = new PostgreSQLContainer(image("LINLI_POSTGRES_IMAGE", POSTGRES, "postgres"))
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        postgres.start();
        maintenance = new TestDatabase(
                postgres.getHost(),
                postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                postgres.getDatabaseName(),
                postgres.getUsername(),
                postgres.getPassword(),
                new TestDatabase.Login(postgres.getUsername(), postgres.getPassword()));
    }

    /** Containers, if an engine is there and can run them. */
    static Optional<ContainerEngine> ifAnswering() {
        if (!engineIsLikely() || !DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ContainerEngine());
        } catch (RuntimeException e) {
            log.warn("A container engine answers but cannot run PostgreSQL; tests use processes instead", e);
            return Optional.empty();
        }
    }

    @Override
    TestDatabase newDatabase() {
        return createOn(maintenance);
    }

    @Override
    TestKafka newKafka() {
        var kafka = new KafkaContainer(image("LINLI_KAFKA_IMAGE", KAFKA, "apache/kafka"));
        kafka.start();
        return new TestKafka(kafka.getBootstrapServers(), kafka::stop);
    }

    /** Asking Testcontainers costs a second; most machines without an engine are told apart by a look at the socket. */
    private static boolean engineIsLikely() {
        return System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".testcontainers.properties"));
    }

    private static DockerImageName image(String variable, String usual, String standsFor) {
        return DockerImageName.parse(System.getenv().getOrDefault(variable, usual))
                .asCompatibleSubstituteFor(standsFor);
    }
}
