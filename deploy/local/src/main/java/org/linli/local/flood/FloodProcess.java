package org.linli.local.flood;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A flood in a process of its own that gives way to all others: whoever floods a street's machine sits at another, so
 * the sending is not to take the processors that the suite, and those who measure it, stand on.
 */
final class FloodProcess {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** A tenth of the weight of the others. */
    private static final List<String> GIVING_WAY = List.of("nice", "-n", "10");

    private static final Duration TO_BEGIN_AND_END = Duration.ofSeconds(30);

    private FloodProcess() {}

    /** @param token for all of them; outlives the flood */
    record Order(String gateway, int parallel, long millis, List<HeaviestRequest> requests, String token) {}

    static Flood.Outcome run(Order order) {
        List<String> command = new ArrayList<>(GIVING_WAY);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                FloodProcess.class.getName()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                JSON.writeValue(in, order);
            }
            Flood.Outcome outcome;
            try {
                outcome = JSON.readValue(process.getInputStream().readAllBytes(), Flood.Outcome.class);
            } finally {
                end(process, order);
            }
            return outcome;
        } catch (IOException e) {
            throw new UncheckedIOException("The flood could not be begun", e);
        }
    }

    private static void end(Process process, Order order) {
        try {
            if (!process.waitFor(order.millis() + TO_BEGIN_AND_END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Reads its order from standard input, writes the outcome to standard output. */
    public static void main(String[] arguments) throws IOException {
        Order order = JSON.readValue(System.in.readAllBytes(), Order.class);
        Flood flood = new Flood(order.gateway(), order.parallel(), Duration.ofMillis(order.millis()));
        JSON.writeValue(System.out, flood.run(order.requests(), order.token()));
        System.exit(0);
    }
}
