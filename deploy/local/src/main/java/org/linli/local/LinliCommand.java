package org.linli.local;

import org.linli.local.gateway.CallFailure;
import org.linli.local.run.FileFailure;
import org.linli.local.suite.Progress;
import org.linli.local.suite.Suite;
import org.linli.local.suite.SuiteFailure;
import org.linli.local.suite.SuiteSettings;
import org.linli.processes.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What {@code ./linli} runs: the commands of the suite on one machine. */
@Command(
        name = "./linli",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            RunCommand.class,
            TokenCommand.class,
            DemoCommand.class,
            ChaosCommand.class,
            FloodCommand.class,
            ProveCommand.class,
            PrepareCommand.class
        })
public final class LinliCommand {
    /** Exit code of a command that failed. */
    public static final int FAILED = 1;

    /** Failures whose message alone tells the person what to do. */
    private static final List<Class<? extends RuntimeException>> EXPECTED =
            List.of(SuiteFailure.class, StartFailure.class, FileFailure.class, CallFailure.class);

    private LinliCommand() {}

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    static int execute(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        return new CommandLine(new LinliCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (EXPECTED.stream().anyMatch(type -> type.isInstance(failure))) {
                        err.println(failure.getMessage());
                    } else {
                        failure.printStackTrace(err);
                    }
                    return FAILED;
                })
                .execute(arguments);
    }

    /** The project's root, told by the script. */
    static Path repository() {
        return Path.of(System.getProperty("linli.repository", "."))
                .toAbsolutePath()
                .normalize();
    }

    static Suite suite() {
        return new Suite(SuiteSettings.fromEnvironment(repository()), Progress.on(terminal()));
    }

    static PrintStream terminal() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }
}
