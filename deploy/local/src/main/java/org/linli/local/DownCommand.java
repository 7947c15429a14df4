package org.linli.local;

import picocli.CommandLine.Command;

/** Ends everything in order; the data stay. */
@Command(name = "down", description = "End everything; data stay.")
final class DownCommand implements Runnable {
    @Override
    public void run() {
        LinliCommand.suite().down();
        LinliCommand.terminal().println("All down; the data stay.");
    }
}
