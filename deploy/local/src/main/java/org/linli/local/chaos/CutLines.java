package org.linli.local.chaos;

import org.linli.local.gateway.GatewayClient;
import org.linli.local.suite.Part;
import org.linli.local.suite.SuiteSettings;
import org.linli.testing.CutLine;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends each command once before its caller does, and hangs up 0 to 60 ms after its last byte: every other time at the
 * gateway, which then hangs up on the service, every other time at the service itself.
 */
final class CutLines implements GatewayClient.CommandListener {
    private static final int LONGEST_MICROS = 60_000;

    private final SuiteSettings suite;
    private final Random random;
    private final AtomicLong cuts = new AtomicLong();

    CutLines(SuiteSettings suite, long seed) {
        this.suite = suite;
        this.random = new Random(seed);
    }

    long cuts() {
        return cuts.get();
    }

    @Override
    public void about(GatewayClient.Command command) {
        long number = cuts.incrementAndGet();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + command.token());
        headers.put("Content-Type", "application/json");
        if (command.key() != null) {
            headers.put("Idempotency-Key", command.key());
        }
        Part at = number % 2 == 0 ? Part.GATEWAY : service(command.path());
        try {
            new CutLine(URI.create(suite.url(at)))
                    .send(command.method(), command.path(), headers, command.body(), pause());
        } catch (IOException refused) {
            throw new java.io.UncheckedIOException(refused);
        }
    }

    /** Most at the beginning, where the transaction is, and some later. */
    private synchronized long pause() {
        return random.nextInt(3) == 0 ? random.nextInt(LONGEST_MICROS) : random.nextInt(LONGEST_MICROS / 4);
    }

    private static Part service(String path) {
        return List.of(Part.COMPANY, Part.FUND, Part.PARTNER).stream()
                .filter(part -> path.startsWith("/api/" + part.name().toLowerCase(java.util.Locale.ROOT) + "/"))
                .findFirst()
                .orElse(Part.GATEWAY);
    }
}
