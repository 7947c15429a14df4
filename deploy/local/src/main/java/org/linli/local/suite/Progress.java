package org.linli.local.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;

/** Told what happens to the parts, so that the person waiting sees it. */
public interface Progress {
    /** The part answers; it took that long, zero when it was running already. */
    void up(Part part, int port, Duration took);

    /** Something else worth a line. */
    void say(Part part, String what);

    /** One line a part. */
    static Progress on(PrintStream out) {
        return lines(out, () -> "  ");
    }

    /** One line a part with the time before it, for a log. */
    static Progress dated(PrintStream out) {
        return lines(out, () -> Instant.now().truncatedTo(ChronoUnit.SECONDS) + "  ");
    }

    /** Both are told. */
    static Progress both(Progress one, Progress other) {
        return new Progress() {
            @Override
            public void up(Part part, int port, Duration took) {
                one.up(part, port, took);
                other.up(part, port, took);
            }

            @Override
            public void say(Part part, String what) {
                one.say(part, what);
                other.say(part, what);
            }
        };
    }

    private static Progress lines(PrintStream out, Supplier<String> before) {
        return new Progress() {
            @Override
            public void up(Part part, int port, Duration took) {
                String time =
                        took.isZero() ? "was running" : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
                line(part, "up on 127.0.0.1:" + port + " (" + time + ")");
            }

            @Override
            public void say(Part part, String what) {
                line(part, what);
            }

            private void line(Part part, String what) {
                synchronized (out) {
                    out.printf(Locale.ROOT, "%s%-16s %s%n", before.get(), part.title(), what);
                    out.flush();
                }
            }
        };
    }

    /** Says nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void up(Part part, int port, Duration took) {}

            @Override
            public void say(Part part, String what) {}
        };
    }
}
