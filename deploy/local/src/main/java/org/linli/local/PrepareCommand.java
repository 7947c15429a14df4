package org.linli.local;

import org.linli.local.suite.SuiteSettings;
import org.linli.local.suite.Training;
import picocli.CommandLine.Command;

/** After a build: extracts the jars and makes the AOT caches that are missing. */
@Command(name = "prepare", hidden = true)
final class PrepareCommand implements Runnable {
    @Override
    public void run() {
        new Training(
                        SuiteSettings.fromEnvironment(LinliCommand.repository()),
                        line -> LinliCommand.terminal().println(line))
                .run();
    }
}
