package org.linli.local;

import org.linli.local.demo.DemoReport;
import org.linli.local.demo.ListsScenario;
import org.linli.local.demo.PartnerScenario;
import org.linli.local.demo.SampleYear;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.run.MainJob;
import org.linli.local.run.RunReport;
import org.linli.local.suite.Part;
import org.linli.local.suite.Suite;
import org.linli.local.suite.Supervisor;
import picocli.CommandLine.Command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** A street's year from nothing to the figures; stays until Ctrl-C, which ends it all. */
@Command(name = "demo", description = "Feed a street's year and show the figures.")
final class DemoCommand implements Runnable {
    private static final long SEED = 20_260_101L;

    @Override
    public void run() {
        PrintStream out = LinliCommand.terminal();
        Suite suite = LinliCommand.suite();
        long begin = System.nanoTime();
        Supervisor supervisor = Supervisor.sayingTo(out, suite.settings());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(supervisor, suite, out), "end the demo"));
        out.println("Starting:");
        suite.up();
        supervisor.begin();
        long up = System.nanoTime();
        feedAndShow(suite, out);
        out.printf(
                Locale.ROOT,
                "%nFrom nothing to these figures: %.1f s (%.1f s to start, %.1f s to feed, consolidate and show).%n",
                (System.nanoTime() - begin) / 1e9,
                (up - begin) / 1e9,
                (System.nanoTime() - up) / 1e9);
        whereToGo(suite, out);
        awaitCtrlC();
    }

    private static void feedAndShow(Suite suite, PrintStream out) {
        Path files = suite.settings().directory().resolve("demo");
        SampleYear.write(files, SEED);
        out.println("Feeding a year of Huanshi street (" + files + ") through the gateway, as clerk, head and HQ:");
        try (GatewayClient gateway = new GatewayClient(
                suite.settings().url(Part.GATEWAY), suite.settings().url(Part.IDENTITY), Duration.ofMinutes(3))) {
            RunReport report = new MainJob(gateway, line -> out.println("  " + line))
                    .run(files.resolve("units.csv"), files.resolve("entries.csv"));
            out.printf(
                    Locale.ROOT,
                    "  consolidated %.2f s after the last acceptance%n",
                    report.seconds().consolidated());
            new DemoReport(gateway, out).print();
            out.println();
            out.println("What residents of Shichong community ask for, and what goes with it:");
            new ListsScenario(gateway, line -> out.println("  " + line)).go();
            out.println();
            out.println("One proposal's way at Shichong community, from the call to what residents are owed:");
            new PartnerScenario(gateway, line -> out.println("  " + line)).go();
        }
    }

    private static void whereToGo(Suite suite, PrintStream out) {
        String gateway = suite.settings().url(Part.GATEWAY);
        String identity = suite.settings().url(Part.IDENTITY);
        out.println();
        out.println("The suite runs on:");
        out.println("  gateway   " + gateway + "   (API catalogue with try-out: " + gateway + "/docs)");
        out.println("  forms     " + gateway + "/forms   (open calls and proposals; the branch's desk: " + gateway
                + "/forms#/desk)");
        out.println("  sign-in   " + identity);
        out.println("People, password linli-demo: city, hq (Huanshi street), head101 and clerk101 (五福), head107 and"
                + " clerk107 (石冲), auditor, resident, partner1, seeker1");
        out.println("Try, as hq:");
        out.println();
        out.println("  curl -s -H \"Authorization: Bearer $(curl -s -u hq:linli-demo -d grant_type=client_credentials "
                + identity + "/oauth2/token | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\" '" + gateway
                + "/api/company/consolidation/" + SampleYear.STREET + "?from=2025-01&to=2025-12'");
        out.println();
        out.println("A part that ends by itself is started again, and that is said here.");
        out.println("Ctrl-C ends it all; the data stay for ./linli up.");
        out.flush();
    }

    private static void end(Supervisor supervisor, Suite suite, PrintStream out) {
        out.println();
        out.println("Ending:");
        supervisor.close();
        suite.down();
    }

    private static void awaitCtrlC() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
