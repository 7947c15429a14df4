package org.linli.bench.gateway;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator of the Debian package {@code wrk}. */
record Wrk(Path program, int connections) implements Load {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

    @Override
    public String name() {
        return "wrk, one thread, " + connections + " connections";
    }

    @Override
    public double ratePerSecond(String url, String authorization, Duration time) throws Exception {
        Process wrk = new ProcessBuilder(
                        program.toString(),
                        "-t1",
                        "-c" + connections,
                        "-d" + time.toSeconds() + "s",
                        "--timeout",
                        "10s",
                        "-H",
                        "Authorization: " + authorization,
                        url)
                .redirectErrorStream(true)
                .start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        if (wrk.waitFor() != 0 || !rate.find() || said.contains("Non-2xx") || said.contains("Socket errors")) {
            throw new IllegalStateException("wrk on " + url + " did not go well:\n" + said);
        }
        return Double.parseDouble(rate.group(1));
    }
}
