package org.linli.processes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One operating-system process with a pid file and a log. It may have been started by this JVM or be attached to by
 * its pid file; a recycled pid is never touched.
 */
public final class ManagedProcess {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);

    private final String name;
    private final ProcessMark mark;
    private final Path pidFile;
    private final Path log;

    private ManagedProcess(String name, ProcessMark mark, Path pidFile, Path log) {
        this.name = name;
        this.mark = mark;
        this.pidFile = pidFile;
        this.log = log;
    }

    /**
     * What to start.
     *
     * @param name for messages, e.g. {@code kafka}
     * @param command program and arguments
     * @param environment added to this JVM's environment
     * @param directory working directory
     * @param port TCP port it will serve, 0 for none; only recorded
     * @param pidFile written right after the start
     * @param log standard output and error, appended
     * @param lifetime whether it ends with this JVM
     */
    public record Launch(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            int port,
            Path pidFile,
            Path log,
            Lifetime lifetime) {}

    /** Starts the process; it is running, not necessarily ready, when this returns. */
    public static ManagedProcess start(Launch launch) {
        try {
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            Files.createDirectories(launch.directory());
            ProcessBuilder builder = new ProcessBuilder(command(launch))
                    .directory(launch.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new java.io.File("/dev/null"))
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            builder.environment().putAll(launch.environment());
            Process process = builder.start();
            ProcessMark mark = ProcessMark.of(process.toHandle(), launch.port());
            mark.write(launch.pidFile());
            ManagedProcess started = new ManagedProcess(launch.name(), mark, launch.pidFile(), launch.log());
            if (launch.lifetime() == Lifetime.TIED) {
                Runtime.getRuntime().addShutdownHook(new Thread(started::kill, "end " + launch.name()));
            }
            return started;
        } catch (IOException e) {
            throw new StartFailure(launch.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** The living process of the pid file; empty when there is none. */
    public static Optional<ManagedProcess> attach(String name, Path pidFile, Path log) {
        return ProcessMark.read(pidFile)
                .filter(mark -> mark.living().isPresent())
                .map(mark -> new ManagedProcess(name, mark, pidFile, log));
    }

    /** A session of its own keeps the terminal's Ctrl-C and hang-up away; the pid stays the same through the exec. */
    private static List<String> command(Launch launch) {
        if (launch.lifetime() == Lifetime.TIED) {
            return launch.command();
        }
        List<String> command = new ArrayList<>(
                Files.isExecutable(Path.of("/usr/bin/setsid"))
                        ? List.of("/usr/bin/setsid")
                        : List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV"));
        command.addAll(launch.command());
        return command;
    }

    public String name() {
        return name;
    }

    public long pid() {
        return mark.pid();
    }

    /** The TCP port given at the start, also after attaching. */
    public int port() {
        return mark.port();
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return mark.living().isPresent();
    }

    /** Sends the signal, e.g. {@code TERM}, and waits for the end; after the given time it is killed. */
    public void stop(String signal, Duration patience) {
        signal(signal);
        if (!awaitEnd(patience)) {
            kill();
        }
        forget();
    }

    /** SIGKILL: as a crash would end it. Returns when it has ended. */
    public void kill() {
        signal("KILL");
        awaitEnd(Duration.ofSeconds(10));
        forget();
    }

    /** Sends a signal by name to the process of this mark and to no other. */
    public void signal(String signal) {
        mark.living().ifPresent(handle -> {
            try {
                new ProcessBuilder("kill", "-" + signal, Long.toString(handle.pid()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Waits as the other does, and tells nobody meanwhile. */
    public void awaitReady(BooleanSupplier ready, Duration patience) {
        awaitReady(ready, patience, nobody -> {});
    }

    /**
     * Waits until the condition holds, for as long as the process makes progress: its log grows, or it uses processor
     * time. A busy machine makes it slow, not failed.
     *
     * @param patience how long without progress
     * @param told every ten seconds, how it stands
     * @throws StartFailure when the process ends before, or makes no progress for so long; with the end of its log
     */
    public void awaitReady(BooleanSupplier ready, Duration patience, Consumer<String> told) {
        ProgressWatch watch = ProgressWatch.of(mark, log);
        long begin = System.nanoTime();
        long look = begin;
        long tell = begin + TELL_EVERY.toNanos();
        while (!ready.getAsBoolean()) {
            if (!isAlive()) {
                throw new StartFailure(name + " ended while starting. Its log " + log + " ends with:\n" + tail(25));
            }
            long now = System.nanoTime();
            if (now >= look) {
                look = now + LOOK_EVERY.toNanos();
                Duration idle = watch.idle();
                if (idle.compareTo(patience) > 0) {
                    throw new StartFailure(name + " is not ready, and for " + patience.toSeconds()
                            + " s its log has not grown and it has used no processor time. Its log " + log
                            + " ends with:\n" + tail(25));
                }
                if (now >= tell) {
                    tell = now + TELL_EVERY.toNanos();
                    told.accept("waiting for it since " + (now - begin) / 1_000_000_000 + " s: " + watch.shown(idle));
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** The last lines of the log. */
    public String tail(int lines) {
        return tail(log, lines);
    }

    /** The last lines of a log, also of a process that is gone. */
    public static String tail(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - 16_384);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }

    private boolean awaitEnd(Duration patience) {
        Optional<ProcessHandle> living = mark.living();
        long end = System.nanoTime() + patience.toNanos();
        while (living.isPresent()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            try {
                living.get().onExit().get(Math.min(left, TimeUnit.MILLISECONDS.toNanos(200)), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | java.util.concurrent.ExecutionException again) {
                // the loop asks the operating system, which also knows zombies
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            living = mark.living();
        }
        return true;
    }

    /** The pid file goes only where it still means this process. */
    private void forget() {
        if (ProcessMark.read(pidFile).filter(mark::equals).isPresent() && !isAlive()) {
            try {
                Files.deleteIfExists(pidFile);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
