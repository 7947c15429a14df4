package org.linli.local;

import org.linli.local.suite.Part;
import org.linli.local.suite.Suite;
import picocli.CommandLine.Command;

import java.io.PrintStream;
import java.util.Locale;

/** Starts what is not running and waits until all is healthy. */
@Command(name = "up", description = "Start everything that is not running.")
final class UpCommand implements Runnable {
    @Override
    public void run() {
        Suite suite = LinliCommand.suite();
        PrintStream out = LinliCommand.terminal();
        long begin = System.nanoTime();
        suite.upAndKeepUp();
        out.printf(Locale.ROOT, "All healthy after %.1f s.%n", (System.nanoTime() - begin) / 1e9);
        out.println("Gateway " + suite.settings().url(Part.GATEWAY) + " · sign-in "
                + suite.settings().url(Part.IDENTITY));
        out.println(
                "What ends by itself is started again: ./linli status shows it, ./linli logs supervisor says when.");
    }
}
