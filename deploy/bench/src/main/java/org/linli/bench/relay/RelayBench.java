package org.linli.bench.relay;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.linli.bench.Interleaved;
import org.linli.bench.Medians;
import org.linli.bench.Variant;
import org.linli.local.page.BenchPage;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * {@code ./linli bench relay}: the outbox relay between its two limits. Every variant does the same number of events in
 * each round, however long that takes. Exit code 4 where the target is missed.
 */
@Command(
        name = "relay",
        mixinStandardHelpOptions = true,
        description = "The outbox relay against a raw drain of its table and Kafka's own producer tool.")
public final class RelayBench implements Callable<Integer> {

    private static final String RELAY = "relay: table, Kafka, marked";
    private static final String DRAIN = "raw SQL drain, batches of 500";
    private static final String PRODUCER = "Kafka's ProducerPerformance, acks=all";
    private static final double TARGET = 0.5;

    /** A measured time has no meaning where the number of events is given. */
    private static final Duration ANY = Duration.ofSeconds(1);

    @Option(names = "--events", defaultValue = "100000", description = "Events a round (100000).")
    private int events;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds, 5 or more for a figure to quote (5).")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        ((Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.WARN);
        try (var ground = RelayFixture.open();
                var relay = new RunningRelay(ground)) {
            Medians medians = new Interleaved(ANY, ANY, rounds, System.out)
                    .measure(List.of(
                            new Variant(DRAIN, time -> new RawDrain(ground).rate(events)),
                            new Variant(PRODUCER, time -> new ProducerTool(ground).rate(events)),
                            new Variant(RELAY, time -> relay.rate(events))));
            return publish(medians);
        }
    }

    private int publish(Medians medians) throws Exception {
        String smaller = medians.of(DRAIN) < medians.of(PRODUCER) ? DRAIN : PRODUCER;
        double ratio = medians.ratio(RELAY, smaller);
        String body = String.format(
                Locale.ROOT,
                """
                %,d events of %d bytes a round and variant, %d rounds in turn after one that does not count; medians.
                PostgreSQL with fsync, one Kafka broker, everything on one machine. The producer tool runs in a JVM of
                its own, as it ships, and is given %d times the events, so that its start does not weigh.

                %s
                **Relay to the smaller of its limits (%s): %.2f** (target %.2f: %s)
                """,
                events,
                RelayFixture.PAYLOAD.length(),
                rounds,
                ProducerTool.TIMES,
                medians.table(smaller),
                smaller,
                ratio,
                TARGET,
                ratio >= TARGET ? "met" : "missed");
        System.out.println("\n" + body + "\nWritten to " + BenchPage.of("relay").write("Outbox relay", body));
        return ratio >= TARGET ? 0 : 4;
    }
}
