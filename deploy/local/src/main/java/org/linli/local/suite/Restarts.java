package org.linli.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * When a part ended by itself since the suite was last put down.
 *
 * @param ends oldest first
 */
record Restarts(List<Instant> ends) {
    private static final Duration LATELY = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int OFTEN = 4;

    static Restarts read(Path file) {
        try {
            return new Restarts(
                    Files.readAllLines(file).stream().map(Instant::parse).toList());
        } catch (IOException | DateTimeParseException none) {
            return new Restarts(List.of());
        }
    }

    /** Notes another end. */
    static Restarts add(Path file, Instant end) {
        try {
            Files.writeString(file, end + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long to wait before it is started again: not at all the first time, then 1, 2, 4 … 30 s. */
    Duration pause(Instant now) {
        int before = lately(now) - 1;
        if (before < 1) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(before - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Whether starting it again does not help. */
    boolean keepsEnding(Instant now) {
        return lately(now) >= OFTEN;
    }

    /** How often in the last five minutes. */
    int lately(Instant now) {
        return (int) ends.stream().filter(end -> end.isAfter(now.minus(LATELY))).count();
    }

    /** For {@code ./linli status}; empty when it never ended. */
    Optional<String> shown(Instant now) {
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        String last = ends.getLast().toString().substring(0, 19) + "Z";
        return Optional.of(
                keepsEnding(now)
                        ? "KEEPS ENDING: " + lately(now) + " times in 5 minutes, last at " + last
                        : "ended by itself and was started again " + ends.size() + "×, last at " + last);
    }
}
