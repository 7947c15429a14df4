package org.linli.local.suite;

import org.linli.processes.ProcessMark;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts again what ends without having been ended by the suite: a part whose pid file is there though its process is
 * gone. Who ends a part on purpose removes the pid file, so neither {@code down} nor a test that kills is opposed. One
 * supervises a suite at a time; another stands by and takes over when the first is gone.
 */
public final class Supervisor implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final Suite suite;
    private final Progress progress;
    private final List<Thread> watching = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    Supervisor(SuiteSettings settings, Progress progress) {
        this.suite = new Suite(settings, progress);
        this.progress = progress;
    }

    /** Of a suite whose supervisor lives in this process: what it does is said here, and stands in the log as well. */
    public static Supervisor sayingTo(PrintStream out, SuiteSettings settings) {
        try {
            Path log = settings.supervisorLog();
            Files.createDirectories(log.getParent());
            PrintStream file = new PrintStream(new FileOutputStream(log.toFile(), true), true, StandardCharsets.UTF_8);
            return new Supervisor(settings, Progress.both(Progress.on(out), Progress.dated(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to supervise in place of a supervisor that {@code up} left running; returns at once. */
    public void begin() {
        SupervisorProcess.end(suite.settings());
        Thread.ofPlatform().name("supervisor").daemon().start(this::superviseAlone);
    }

    /** Who supervises the suite now, if anybody. */
    static Optional<Long> active(SuiteSettings settings) {
        return ProcessMark.read(settings.supervisorFile("active"))
                .flatMap(ProcessMark::living)
                .map(ProcessHandle::pid);
    }

    /** Supervises in this thread, as soon as nobody else does, until it is closed. */
    void superviseAlone() {
        watching.add(Thread.currentThread());
        Path lock = suite.settings().supervisorFile("lock");
        try {
            Files.createDirectories(lock.getParent());
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                awaitLock(channel);
                if (!ended) {
                    ProcessMark.ofThisProcess().write(suite.settings().supervisorFile("active"));
                    supervise();
                    Files.deleteIfExists(suite.settings().supervisorFile("active"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitLock(FileChannel channel) throws IOException {
        while (!ended) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return;
                }
            } catch (OverlappingFileLockException anotherOfThisProcess) {
                // its turn comes
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** A thread a part, so that one that comes up slowly keeps no other waiting. */
    private void supervise() {
        List<Thread> threads = new ArrayList<>();
        for (Part part : Part.values()) {
            threads.add(
                    Thread.ofPlatform().name("supervise " + part.key()).daemon().start(() -> watch(part)));
        }
        for (Thread thread : threads) {
            while (!ended && thread.isAlive()) {
                join(thread);
            }
            join(thread);
        }
    }

    private void watch(Part part) {
        boolean missed = false;
        while (!ended) {
            // Seen twice: between its end and the removal of its pid file, what was ended on purpose looks the same.
            boolean died = suite.died(part) && groundStands(part);
            if (died && missed) {
                startAgain(part);
            }
            missed = died;
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** A service waits until what it stands on is up again. */
    private boolean groundStands(Part part) {
        return !part.hasDatabase() || (!suite.died(Part.POSTGRES) && !suite.died(Part.KAFKA));
    }

    private void startAgain(Part part) {
        Instant now = Instant.now();
        Restarts restarts = Restarts.add(suite.settings().restarts(part), now);
        Duration pause = restarts.pause(now);
        progress.say(
                part,
                "ended by itself" + Reason.ofEnd(suite.tail(part)) + "; it is started again"
                        + (pause.isZero() ? "" : " in " + pause.toSeconds() + " s"));
        if (restarts.keepsEnding(now)) {
            progress.say(
                    part,
                    "KEEPS ENDING, " + restarts.lately(now) + " times in 5 minutes: its log is "
                            + suite.settings().log(part) + " (./linli logs " + part.title() + ")");
        }
        Instant next = now.plus(pause);
        while (!ended && Instant.now().isBefore(next)) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        try {
            if (!ended && suite.died(part)) {
                suite.start(part);
            }
        } catch (RuntimeException | LinkageError failed) {
            if (!ended) {
                progress.say(part, String.valueOf(failed.getMessage()));
            }
        }
    }

    /** Leaves the parts as they are. */
    @Override
    public void close() {
        ended = true;
        watching.forEach(Supervisor::join);
    }

    /** Not for ever: who just starts a part goes on until it is up. */
    private static void join(Thread thread) {
        try {
            thread.join(TO_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
