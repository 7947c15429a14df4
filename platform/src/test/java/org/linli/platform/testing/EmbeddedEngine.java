package org.linli.platform.testing;

import org.linli.processes.KafkaProcess;
import org.linli.processes.PostgresProcess;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** PostgreSQL and Kafka as processes of this machine, tied to this JVM, from what Maven Central holds. */
final class EmbeddedEngine extends Engine {

    private final Path directory = Workspace.ofThisJvm();
    private final AtomicInteger brokers = new AtomicInteger();
    private final AtomicReference<CompletableFuture<TestKafka>> firstBroker;
    private final TestDatabase maintenance;

    EmbeddedEngine() {
        firstBroker = new AtomicReference<>(CompletableFuture.supplyAsync(this::startBroker));
        PostgresProcess postgres =
                PostgresProcess.start(PostgresProcess.Options.forTests(directory.resolve("postgres")));
        maintenance = new TestDatabase(
                postgres.host(),
                postgres.port(),
                "postgres",
                PostgresProcess.USER,
                PostgresProcess.PASSWORD,
                new TestDatabase.Login(PostgresProcess.USER, PostgresProcess.PASSWORD));
    }

    @Override
    TestDatabase newDatabase() {
        return createOn(maintenance);
    }

    @Override
    TestKafka newKafka() {
        CompletableFuture<TestKafka> first = firstBroker.getAndSet(null);
        return first == null ? startBroker() : first.join();
    }

    private TestKafka startBroker() {
        Path place = directory.resolve("kafka-" + brokers.incrementAndGet());
        KafkaProcess kafka = KafkaProcess.start(KafkaProcess.Options.forTests(place));
        return new TestKafka(kafka.bootstrapServers(), kafka::kill);
    }
}
