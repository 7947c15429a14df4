package org.linli.local;

import org.linli.local.suite.Part;
import org.linli.local.suite.Suite;
import org.linli.local.suite.SupervisorProcess;
import picocli.CommandLine.Command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;

/** One line a part; exit code 0 when all are healthy, 3 otherwise. */
@Command(name = "status", description = "Show each part.")
final class StatusCommand implements Callable<Integer> {
    private static final int NOT_ALL_HEALTHY = 3;

    @Override
    public Integer call() {
        Suite suite = LinliCommand.suite();
        boolean healthy = true;
        for (Part part : Part.values()) {
            String state = state(suite, part);
            healthy &= state.startsWith("healthy");
            print(part.title(), state + suite.restarts(part).map(" · "::concat).orElse(""));
        }
        print(
                SupervisorProcess.NAME,
                suite.supervisor()
                        .map(pid -> "starts again what ends by itself (pid " + pid + ")")
                        .orElse("none: what ends by itself stays down until ./linli up"));
        return healthy ? 0 : NOT_ALL_HEALTHY;
    }

    private static String state(Suite suite, Part part) {
        if (suite.died(part)) {
            return "died: its log is " + suite.settings().log(part)
                    + (suite.supervisor().isPresent()
                            ? " · it is started again (./linli logs supervisor)"
                            : " · ./linli up starts it again");
        }
        return suite.pid(part)
                .map(pid -> (suite.isReady(part) ? "healthy" : "running, but not ready") + " on 127.0.0.1:"
                        + suite.settings().port(part) + " (pid " + pid + ")")
                .orElse("down");
    }

    private static void print(String name, String state) {
        PrintStream out = LinliCommand.terminal();
        out.printf(Locale.ROOT, "  %-16s %s%n", name, state);
    }
}
