package org.linli.local.suite;

import org.linli.processes.Compiler;
import org.linli.processes.Lifetime;
import org.linli.processes.ManagedProcess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts our own services as processes: their command lines, settings, and when they are ready. */
final class Services {
    private static final long LARGEST_LOG = 20L << 20;

    private final SuiteSettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    Services(SuiteSettings settings) {
        this.settings = settings;
    }

    /** The running process of the service, if any. */
    Optional<ManagedProcess> attach(Part part) {
        return ManagedProcess.attach(part.title(), settings.pidFile(part), settings.log(part));
    }

    /** Whether the running process was started from the jar as it is built now. */
    boolean current(Part part) {
        try {
            Path build = settings.folder(part).resolve("build");
            return Files.exists(build)
                    && Files.readString(build)
                            .equals(Application.of(part, settings).main().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it; ready is another question. */
    ManagedProcess launch(Part part) {
        Application application = Application.of(part, settings);
        List<String> flags = application
                .trained()
                .map(cache -> List.of("-XX:AOTCache=" + cache))
                .orElse(List.of());
        return launch(part, application, flags);
    }

    /** Starts it as a training run: when it ends in order, what it loaded is written to the AOT cache. */
    ManagedProcess launchTraining(Part part, Path cache) {
        return launch(part, Application.of(part, settings), List.of("-XX:AOTCacheOutput=" + cache));
    }

    private ManagedProcess launch(Part part, Application application, List<String> flags) {
        try {
            Files.createDirectories(settings.folder(part));
            setAsideLongLog(settings.log(part));
            Files.writeString(
                    settings.folder(part).resolve("build"), application.main().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ManagedProcess.start(new ManagedProcess.Launch(
                part.title(),
                command(part, application, flags),
                environment(part),
                settings.folder(part),
                settings.port(part),
                settings.pidFile(part),
                settings.log(part),
                Lifetime.DETACHED));
    }

    private Map<String, String> environment(Part part) {
        Map<String, String> environment = new HashMap<>();
        if (part.hasDatabase()) {
            environment.put("LINLI_POSTGRES_PASSWORD", DatabasePassword.of(part, settings));
        }
        for (Part each : Part.values()) {
            environment.put(each.portVariable(), Integer.toString(settings.port(each)));
        }
        return environment;
    }

    private List<String> command(Part part, Application application, List<String> flags) {
        List<String> command =
                new ArrayList<>(List.of(settings.javaHome().resolve("bin/java").toString()));
        command.addAll(flags);
        command.addAll(compiler(part).flags());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xms48m",
                "-Xmx" + heapMegabytes(part) + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-jar",
                application.main().toString()));
        command.addAll(arguments(part));
        return command;
    }

    /** Who only signs people in is never hot, and its start takes the processors from those who are waited for. */
    private static Compiler compiler(Part part) {
        return part == Part.IDENTITY ? Compiler.QUICK : Compiler.FULL;
    }

    /** company-service takes files of 100,000 entries; the others hold little at a time. */
    private static int heapMegabytes(Part part) {
        return switch (part) {
            case COMPANY -> 768;
            case FUND, PARTNER -> 320;
            case GATEWAY -> 256;
            case IDENTITY -> 160;
            case POSTGRES, KAFKA -> throw new IllegalArgumentException(part.title());
        };
    }

    private List<String> arguments(Part part) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + settings.port(part),
                "--server.address=127.0.0.1",
                "--management.server.port=" + settings.managementPort(part),
                "--management.server.address=127.0.0.1",
                "--spring.profiles.active=local",
                "--linli.security.issuer=" + settings.url(Part.IDENTITY)));
        if (part.hasDatabase()) {
            arguments.add("--linli.postgres.host=127.0.0.1");
            arguments.add("--linli.postgres.port=" + settings.port(Part.POSTGRES));
            arguments.add("--linli.postgres.user=" + part.key());
            arguments.add("--spring.kafka.bootstrap-servers=127.0.0.1:" + settings.port(Part.KAFKA));
        }
        if (part == Part.FUND) {
            // Nobody here reads the fund's events without knowing this type.
            arguments.add("--linli.fund.events.funding-reversed=true");
        }
        if (part == Part.GATEWAY) {
            arguments.add("--linli.gateway.company-url=" + settings.url(Part.COMPANY));
            arguments.add("--linli.gateway.fund-url=" + settings.url(Part.FUND));
            arguments.add("--linli.gateway.partner-url=" + settings.url(Part.PARTNER));
            arguments.add("--linli.gateway.identity-url=" + settings.url(Part.IDENTITY));
        }
        return arguments;
    }

    private static void setAsideLongLog(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Whether its readiness says yes now. */
    boolean ready(Part part) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url(part) + "/readyz"))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
