package org.linli.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process a pid file means: its pid, when it was started and the port it serves. The start time keeps a
 * recycled pid from being taken for it.
 *
 * @param pid process id
 * @param started start time as the operating system tells it
 * @param port TCP port served, 0 for none
 */
public record ProcessMark(long pid, Instant started, int port) {
    /** The clock behind start times may be adjusted while the process runs. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    static ProcessMark of(ProcessHandle handle, int port) {
        return new ProcessMark(handle.pid(), handle.info().startInstant().orElse(Instant.now()), port);
    }

    /** Of the process that this is, which serves no port. */
    public static ProcessMark ofThisProcess() {
        return of(ProcessHandle.current(), 0);
    }

    /** The mark in the file, empty where there is no file or it is torn. */
    public static Optional<ProcessMark> read(Path file) {
        try {
            String[] parts = Files.readString(file).trim().split("\\s+");
            return Optional.of(new ProcessMark(
                    Long.parseLong(parts[0]),
                    Instant.ofEpochMilli(Long.parseLong(parts[1])),
                    Integer.parseInt(parts[2])));
        } catch (IOException | RuntimeException absent) {
            return Optional.empty();
        }
    }

    /** Puts it into the file, whole or not at all. */
    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, pid + " " + started.toEpochMilli() + " " + port + "\n");
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The living process of this mark; empty when it has ended, is a zombie, or its pid belongs to another now. */
    public Optional<ProcessHandle> living() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> !zombie())
                .filter(handle -> handle.info().startInstant().map(this::near).orElse(false));
    }

    private boolean near(Instant start) {
        return Duration.between(started, start).abs().compareTo(TOLERANCE) <= 0;
    }

    /** A killed process whose parent does not reap it keeps its pid on Linux; nothing of it runs any more. */
    private boolean zombie() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state == 'Z' || state == 'X';
        } catch (IOException | RuntimeException notLinux) {
            return false;
        }
    }
}
