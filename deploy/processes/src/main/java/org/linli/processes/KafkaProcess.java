package org.linli.processes;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A real Kafka broker of its own (one KRaft node, broker and controller in one JVM): data under
 * {@code <directory>/data}, log and pid file beside it. Topics are kept for ever and never created by accident.
 */
public final class KafkaProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** An archive that does not fit is made anew, and is no error. */
    private static final String QUIET = "-Xlog:cds=off";

    private static final Pattern NEEDED = Pattern.compile("(kafka|scala-|jackson-|zstd-jni|lz4-java|snappy-java"
            + "|pcollections|hash4j|log4j-api|argparse4j|commons-(validator|beanutils|digester|collections|logging)"
            + "|jopt-simple|jose4j|metrics-core|re2j|slf4j-api|logback|snakeyaml|caffeine|HdrHistogram).*\\.jar");

    private final ManagedProcess process;

    private KafkaProcess(ManagedProcess process) {
        this.process = process;
    }

    /**
     * How to run it.
     *
     * @param directory holds {@code data/}, {@code kafka.pid}, {@code kafka.log}
     * @param port TCP port for clients, 0 for a free one
     * @param javaHome JDK that runs it
     * @param heapMegabytes upper bound of its heap in MiB
     * @param lifetime whether it ends with this JVM
     * @param compiler how much of the JIT compiler it uses
     */
    public record Options(
            Path directory, int port, Path javaHome, int heapMegabytes, Lifetime lifetime, Compiler compiler) {
        /** Ended with this JVM, on a free port. */
        public static Options forTests(Path directory) {
            return new Options(directory, 0, thisJdk(), 256, Lifetime.TIED, Compiler.QUICK);
        }

        /** Outliving this JVM. */
        public static Options forSuite(Path directory, int port) {
            return new Options(directory, port, thisJdk(), 320, Lifetime.DETACHED, Compiler.QUICK);
        }

        /** The same with another use of the compiler. */
        public Options compiledBy(Compiler other) {
            return new Options(directory, port, javaHome, heapMegabytes, lifetime, other);
        }

        private static Path thisJdk() {
            return Path.of(System.getProperty("java.home"));
        }
    }

    /**
     * Starts the broker, formatting its data directory first where there is none, and waits until it answers as a
     * cluster of one; attaches where it already runs.
     *
     * @throws StartFailure with the end of the log
     */
    public static KafkaProcess start(Options options) {
        return start(options, nobody -> {});
    }

    /** Starts it as the other does. @param told how it stands, while that takes long */
    public static KafkaProcess start(Options options, Consumer<String> told) {
        KafkaProcess kafka = attach(options.directory()).orElseGet(() -> launch(options));
        kafka.process.awaitReady(kafka::answers, PATIENCE, told);
        return kafka;
    }

    /** The broker running on the directory, if any. */
    public static Optional<KafkaProcess> attach(Path directory) {
        return ManagedProcess.attach("Kafka", directory.resolve("kafka.pid"), directory.resolve("kafka.log"))
                .map(KafkaProcess::new);
    }

    private static KafkaProcess launch(Options options) {
        Path directory = options.directory().toAbsolutePath();
        int port = options.port() == 0 ? Ports.free() : options.port();
        try {
            Files.createDirectories(directory);
            Path properties = Files.writeString(
                    directory.resolve("server.properties"), properties(directory.resolve("data"), port, Ports.free()));
            Path logback = Files.writeString(directory.resolve("logback.xml"), LOGBACK);
            if (!Files.exists(directory.resolve("data/meta.properties"))) {
                format(properties);
            }
            return new KafkaProcess(ManagedProcess.start(new ManagedProcess.Launch(
                    "Kafka",
                    command(options, properties, logback),
                    Map.of("TZ", "UTC"),
                    directory,
                    port,
                    directory.resolve("kafka.pid"),
                    directory.resolve("kafka.log"),
                    options.lifetime())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Options options, Path properties, Path logback) {
        List<String> command = new ArrayList<>();
        command.add(options.javaHome().resolve("bin/java").toString());
        command.addAll(options.compiler().flags());
        command.addAll(sharedClasses(options.lifetime()));
        command.addAll(List.of(
                "-Xms96m",
                "-Xmx" + options.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.net.preferIPv4Stack=true",
                "-Dlogback.configurationFile=" + logback,
                "-cp",
                classPath(),
                "kafka.Kafka",
                properties.toString()));
        return command;
    }

    /**
     * Classes as the broker before left them, which saves a third of a start's processor time: a suite's broker writes
     * the archive when it ends in order for the first time, one of tests is killed and only reads it.
     */
    private static List<String> sharedClasses(Lifetime lifetime) {
        try {
            String made = classPath() + System.getProperty("java.runtime.version");
            Path archive = Caches.directory().resolve("kafka-" + Integer.toHexString(made.hashCode()) + ".jsa");
            String flag = "-XX:SharedArchiveFile=" + archive;
            if (lifetime == Lifetime.DETACHED) {
                return List.of("-XX:+AutoCreateSharedArchive", flag, QUIET);
            }
            return Files.exists(archive) ? List.of(flag, QUIET) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kafka's own jars out of this JVM's class path. */
    private static String classPath() {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        NEEDED.matcher(Path.of(entry).getFileName().toString()).matches())
                .collect(Collectors.joining(File.pathSeparator));
        if (!path.contains("kafka_2.13")) {
            throw new StartFailure("Kafka (org.apache.kafka:kafka_2.13) is not on the class path");
        }
        return path;
    }

    private static void format(Path properties) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", properties.toString()};
        int exit = kafka.tools.StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (exit != 0) {
            throw new StartFailure("Kafka's storage cannot be formatted:\n" + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static String properties(Path data, int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENT://127.0.0.1:%1$d
                listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=CLIENT
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                log.retention.ms=-1
                log.retention.bytes=-1
                log.cleaner.threads=1
                log.cleaner.dedupe.buffer.size=8388608
                auto.create.topics.enable=false
                num.partitions=6
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=6
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=6
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                group.min.session.timeout.ms=1000
                message.max.bytes=8388608
                replica.fetch.max.bytes=8388608
                socket.request.max.bytes=67108864
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                controlled.shutdown.enable=true
                """.formatted(port, controllerPort, data);
    }

    private static final String LOGBACK = """
            <configuration>
                <appender name="LOG" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5level %logger{30} %msg%n</pattern></encoder>
                </appender>
                <logger name="kafka.server.KafkaRaftServer" level="INFO"/>
                <root level="WARN"><appender-ref ref="LOG"/></root>
            </configuration>
            """;

    /** Whether it answers as a cluster with one broker now. */
    public boolean answers() {
        if (!Ports.answers(port())) {
            return false;
        }
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "request.timeout.ms",
                "2000",
                "default.api.timeout.ms",
                "4000"))) {
            return admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size() == 1;
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    public int port() {
        return process.port();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return process.log();
    }

    /** Orderly shutdown: what was written is flushed. */
    public void stop() {
        process.stop("TERM", Duration.ofSeconds(30));
    }

    /** SIGKILL, as a crash. */
    public void kill() {
        process.kill();
    }
}
