package org.linli.bench.proposals;

import org.linli.bench.proposals.twin.TwinApplication;
import org.linli.local.suite.Part;
import org.linli.local.suite.SuiteSettings;
import org.linli.processes.Lifetime;
import org.linli.processes.ManagedProcess;
import org.linli.processes.Ports;
import org.linli.processes.PostgresProcess;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The twin as a process of its own, with the JVM flags that the suite gives to partner-service.
 *
 * @param address without a slash at the end
 */
record TwinProcess(ManagedProcess process, String address) implements AutoCloseable {

    static TwinProcess start(ProposalFixture ground, Path directory) {
        int port = Ports.free();
        SuiteSettings settings = ground.suite().settings();
        ManagedProcess process = ManagedProcess.start(new ManagedProcess.Launch(
                "twin",
                List.of(
                        settings.javaHome().resolve("bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xms48m",
                        "-Xmx320m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwinApplication.class.getName(),
                        "--server.port=" + port,
                        "--spring.datasource.url=" + ground.url(),
                        "--spring.datasource.username=" + PostgresProcess.USER,
                        "--spring.datasource.password=" + PostgresProcess.PASSWORD,
                        "--linli.security.issuer=" + settings.url(Part.IDENTITY)),
                Map.of(),
                directory,
                port,
                directory.resolve("twin.pid"),
                directory.resolve("twin.log"),
                Lifetime.TIED));
        String address = "http://127.0.0.1:" + port;
        process.awaitReady(() -> answers(address + "/ready"), Duration.ofSeconds(60));
        return new TwinProcess(process, address);
    }

    private static boolean answers(String address) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(address)).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.kill();
    }
}
