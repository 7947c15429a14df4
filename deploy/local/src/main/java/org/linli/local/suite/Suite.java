package org.linli.local.suite;

import org.linli.processes.KafkaProcess;
import org.linli.processes.ManagedProcess;
import org.linli.processes.Ports;
import org.linli.processes.PostgresProcess;
import org.linli.processes.ProcessMark;
import org.linli.processes.StartFailure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The whole suite as real processes on this machine. They outlive the JVM that starts them and are found again by
 * their pid files; their data survive {@link #down()} and kill -9.
 */
public final class Suite {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SuiteSettings settings;
    private final Services services;
    private final Progress progress;

    public Suite(SuiteSettings settings, Progress progress) {
        this.settings = settings;
        this.services = new Services(settings);
        this.progress = progress;
    }

    public SuiteSettings settings() {
        return settings;
    }

    /**
     * Starts what is not running, parts side by side where one does not need the other, and waits until all answer.
     *
     * @throws SuiteFailure with one line that says what to do
     */
    public void up() {
        restartOlderBuilds();
        for (Part part : Part.values()) {
            refuseForeignPort(part);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> postgres = CompletableFuture.runAsync(() -> start(Part.POSTGRES), threads);
            CompletableFuture<Void> kafka = CompletableFuture.runAsync(() -> start(Part.KAFKA), threads);
            CompletableFuture<Void> ground = CompletableFuture.allOf(postgres, kafka);
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> start(Part.IDENTITY), threads),
                            CompletableFuture.runAsync(() -> start(Part.GATEWAY), threads),
                            ground.thenRunAsync(() -> start(Part.COMPANY), threads),
                            ground.thenRunAsync(() -> start(Part.FUND), threads),
                            ground.thenRunAsync(() -> start(Part.PARTNER), threads))
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** As {@link #up()}, and leaves a supervisor running that starts again what ends by itself. */
    public void upAndKeepUp() {
        boolean keep = SupervisorProcess.end(settings);
        try {
            up();
            keep = true;
        } finally {
            if (keep) {
                SupervisorProcess.start(settings);
            }
        }
    }

    private void restartOlderBuilds() {
        for (Part part : Part.values()) {
            if (part.isService() && isAlive(part) && !services.current(part)) {
                progress.say(part, "runs an older build, so it starts again");
                stop(part);
            }
        }
    }

    private void refuseForeignPort(Part part) {
        int port = settings.port(part);
        if (!isAlive(part) && Ports.answers(port)) {
            throw new SuiteFailure("Port " + port + " for " + part.title() + " is in use by "
                    + PortOwner.of(port).orElse("another process") + ": end that, or choose another port, e.g. "
                    + part.portVariable() + "=" + (port + 10_000) % 65_536 + " ./linli up");
        }
    }

    /** Starts one part and waits until it is ready, as long as it makes progress; harmless when it is running. */
    public void start(Part part) {
        try (StartLock lock = StartLock.of(settings.folder(part))) {
            startLocked(part);
        }
    }

    private void startLocked(Part part) {
        boolean running = isAlive(part);
        long begin = System.nanoTime();
        try {
            switch (part) {
                case POSTGRES -> startPostgres();
                case KAFKA ->
                    KafkaProcess.start(
                            KafkaProcess.Options.forSuite(settings.folder(part), settings.port(part)), telling(part));
                case IDENTITY, COMPANY, FUND, PARTNER, GATEWAY -> startService(part);
            }
        } catch (StartFailure failure) {
            String message = String.valueOf(failure.getMessage());
            throw new SuiteFailure(part.title() + " did not come up: " + Reason.ofStart(message) + " · Its log is "
                    + settings.log(part) + " (./linli logs " + part.title()
                    + "); after mending, ./linli up starts it again.");
        }
        progress.up(part, settings.port(part), running ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - begin));
    }

    private Consumer<String> telling(Part part) {
        return how -> progress.say(part, how);
    }

    private void startPostgres() {
        PostgresProcess postgres = PostgresProcess.start(
                PostgresProcess.Options.forSuite(settings.folder(Part.POSTGRES), settings.port(Part.POSTGRES)),
                telling(Part.POSTGRES));
        Arrays.stream(Part.values())
                .filter(Part::hasDatabase)
                .forEach(part -> postgres.createDatabase(part.key(), DatabasePassword.of(part, settings)));
    }

    private void startService(Part part) {
        ManagedProcess process = services.attach(part).orElseGet(() -> services.launch(part));
        process.awaitReady(() -> services.ready(part), PATIENCE, telling(part));
    }

    /** The running PostgreSQL, where the superuser sees every database. */
    public PostgresProcess postgres() {
        return PostgresProcess.attach(settings.folder(Part.POSTGRES))
                .orElseThrow(() -> new SuiteFailure("PostgreSQL is not running: ./linli up"));
    }

    /** Whether its process lives, ready or not. */
    public boolean isAlive(Part part) {
        return pid(part).isPresent();
    }

    /** Whether it answers as it should. */
    public boolean isReady(Part part) {
        return switch (part) {
            case POSTGRES ->
                PostgresProcess.attach(settings.folder(part))
                        .filter(PostgresProcess::answers)
                        .isPresent();
            case KAFKA ->
                KafkaProcess.attach(settings.folder(part))
                        .filter(KafkaProcess::answers)
                        .isPresent();
            case IDENTITY, COMPANY, FUND, PARTNER, GATEWAY -> isAlive(part) && services.ready(part);
        };
    }

    /** Process id of the living process. */
    public Optional<Long> pid(Part part) {
        return process(part).map(ManagedProcess::pid);
    }

    /** Whether a pid file says that it should be running, though it is not. */
    public boolean died(Part part) {
        return !isAlive(part) && ProcessMark.read(settings.pidFile(part)).isPresent();
    }

    /** How often it ended by itself and was started again since the suite was last down; empty when never. */
    public Optional<String> restarts(Part part) {
        return Restarts.read(settings.restarts(part)).shown(Instant.now());
    }

    /** Process id of who starts again what ends, if anybody does. */
    public Optional<Long> supervisor() {
        return Supervisor.active(settings);
    }

    String tail(Part part) {
        return ManagedProcess.tail(settings.log(part), 25);
    }

    private Optional<ManagedProcess> process(Part part) {
        return ManagedProcess.attach(part.title(), settings.pidFile(part), settings.log(part));
    }

    /** Ends it in order; harmless when it is not running. */
    public void stop(Part part) {
        process(part).ifPresent(process -> {
            process.stop(part == Part.POSTGRES ? "INT" : "TERM", Duration.ofSeconds(20));
            progress.say(part, "ended");
        });
    }

    /** SIGKILL, as a crash would end it. */
    public void kill(Part part) {
        process(part).ifPresent(ManagedProcess::kill);
    }

    /** Ends all: first who would start it again, then who takes requests, at last where the data are. */
    public void down() {
        SupervisorProcess.end(settings);
        stop(Part.GATEWAY);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Part part : List.of(Part.COMPANY, Part.FUND, Part.PARTNER, Part.IDENTITY)) {
                threads.submit(() -> stop(part));
            }
        }
        stop(Part.KAFKA);
        stop(Part.POSTGRES);
        forgetDead();
    }

    private void forgetDead() {
        for (Part part : Part.values()) {
            try {
                Files.deleteIfExists(settings.pidFile(part));
                Files.deleteIfExists(settings.restarts(part));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Ends all and removes the data of this suite: every database and every topic. */
    public void wipe() {
        down();
        try {
            Application.deleteTree(settings.folder(Part.POSTGRES).resolve("data"));
            Application.deleteTree(settings.folder(Part.KAFKA).resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
