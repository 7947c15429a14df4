package org.linli.bench.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Kafka's own {@code kafka-producer-perf-test}, in a JVM of its own as it ships, with the relay's payload. */
record ProducerTool(RelayFixture ground) {

    /** How many times the relay's events it sends. */
    static final int TIMES = 5;

    private static final Pattern RESULT = Pattern.compile("records sent, ([0-9.]+) records/sec");

    double rate(int events) throws IOException, InterruptedException {
        Path payload = Files.createTempFile("linli-payload", ".json");
        try {
            Files.writeString(payload, RelayFixture.PAYLOAD + "\n");
            return lastRate(run(payload, events));
        } finally {
            Files.delete(payload);
        }
    }

    private String run(Path payload, int events) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.tools.ProducerPerformance",
                        "--topic",
                        RelayFixture.TOOL_TOPIC,
                        "--num-records",
                        String.valueOf(events * TIMES),
                        "--throughput",
                        "-1",
                        "--payload-file",
                        payload.toString(),
                        "--producer-props",
                        "acks=all",
                        "bootstrap.servers=" + ground.kafka().bootstrapServers()))
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.waitFor() != 0) {
            throw new IllegalStateException("Kafka's producer tool failed:\n" + said);
        }
        return said;
    }

    /** The tool reports as it goes; its last line is about all records. */
    private static double lastRate(String said) {
        return RESULT.matcher(said)
                .results()
                .reduce((earlier, later) -> later)
                .map(MatchResult.class::cast)
                .map(result -> Double.parseDouble(result.group(1)))
                .orElseThrow(() -> new IllegalStateException("Kafka's producer tool says no rate:\n" + said));
    }
}
