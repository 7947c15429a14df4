package org.linli.local;

import org.linli.local.suite.Part;
import org.linli.local.suite.SuiteFailure;
import org.linli.local.suite.SuiteSettings;
import org.linli.local.suite.SupervisorProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Shows the end of a part's log, and follows it with {@code -f}. */
@Command(name = "logs", description = "Show a part's log.")
final class LogsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SERVICE", arity = "0..1")
    String service = "";

    @Option(names = {"-f", "--follow"})
    boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "200")
    int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path log = log(SuiteSettings.fromEnvironment(LinliCommand.repository()));
        if (!Files.exists(log)) {
            throw new SuiteFailure(service + " has no log yet (" + log + "): ./linli up starts it.");
        }
        return new ProcessBuilder(tail(log)).inheritIO().start().waitFor();
    }

    private Path log(SuiteSettings settings) {
        if (service.equalsIgnoreCase(SupervisorProcess.NAME)) {
            return settings.supervisorLog();
        }
        return settings.log(Part.named(service)
                .orElseThrow(() -> new SuiteFailure("Say whose log: ./linli logs "
                        + Arrays.stream(Part.values()).map(Part::title).collect(Collectors.joining(" | ")) + " | "
                        + SupervisorProcess.NAME)));
    }

    private List<String> tail(Path log) {
        List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-f");
        }
        command.add(log.toString());
        return command;
    }
}
