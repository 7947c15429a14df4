package org.linli.local.suite;

import org.linli.processes.Lifetime;
import org.linli.processes.ManagedProcess;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The supervisor that {@code ./linli up} leaves running, a process of its own. The suite does not need it: killed, it
 * leaves every part as it is, and the next {@code up} starts another.
 */
public final class SupervisorProcess {
    /** As people see and type it. */
    public static final String NAME = "supervisor";

    private SupervisorProcess() {}

    /** @param arguments the project's root; the rest stands in the environment */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Progress progress = Progress.dated(out);
        Supervisor supervisor = new Supervisor(SuiteSettings.fromEnvironment(Path.of(arguments[0])), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close, "end the supervisor"));
        supervisor.superviseAlone();
    }

    static Optional<ManagedProcess> find(SuiteSettings settings) {
        return ManagedProcess.attach(NAME, settings.supervisorFile(NAME + ".pid"), settings.supervisorLog());
    }

    static void start(SuiteSettings settings) {
        List<String> command = new ArrayList<>(List.of(
                settings.javaHome().resolve("bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx64m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        for (String property : List.of("linli.version", "logback.configurationFile")) {
            Optional.ofNullable(System.getProperty(property))
                    .ifPresent(value -> command.add("-D" + property + "=" + value));
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                SupervisorProcess.class.getName(),
                settings.repository().toAbsolutePath().toString()));
        ManagedProcess.start(new ManagedProcess.Launch(
                NAME,
                command,
                environment(settings),
                settings.supervisorFile("."),
                0,
                settings.supervisorFile(NAME + ".pid"),
                settings.supervisorLog(),
                Lifetime.DETACHED));
    }

    private static Map<String, String> environment(SuiteSettings settings) {
        Map<String, String> environment = new HashMap<>();
        environment.put("LINLI_DIR", settings.directory().toAbsolutePath().toString());
        for (Part part : Part.values()) {
            environment.put(part.portVariable(), Integer.toString(settings.port(part)));
        }
        return environment;
    }

    /** Ends it; the parts stay as they are. @return whether there was one */
    public static boolean end(SuiteSettings settings) {
        Optional<ManagedProcess> running = find(settings);
        running.ifPresent(process -> process.stop("TERM", Duration.ofSeconds(10)));
        return running.isPresent();
    }
}
