package org.linli.bench.gateway;

import org.linli.processes.Lifetime;
import org.linli.processes.ManagedProcess;
import org.linli.processes.Ports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The processes of the bench, each on a free port, with the same JVM flags for all gateways; all end with the bench. */
final class Programs implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-Xms256m", "-Xmx256m", "--enable-native-access=ALL-UNNAMED");

    private final Path directory;
    private final Path repository;
    private final Path libraries;
    private final List<ManagedProcess> running = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    Programs(Path directory, Path repository) throws IOException, InterruptedException {
        this.directory = Files.createDirectories(directory);
        this.repository = repository;
        this.libraries = extracted("gateway/target/gateway-0.1.0-SNAPSHOT.jar");
    }

    /** The trivial backend; its address. */
    String backend() {
        int port = Ports.free();
        java("backend", port, List.of(), List.of("-cp", bareClassPath(), TrivialBackend.class.getName(), "" + port));
        return ready(port, "/");
    }

    /** A bare Spring Cloud Gateway before the backend; its address. */
    String bareGateway(String backend) {
        int port = Ports.free();
        java(
                "bare-gateway",
                port,
                List.of(),
                List.of(
                        "-cp",
                        bareClassPath(),
                        BareGateway.class.getName(),
                        "--server.port=" + port,
                        "--backend=" + backend));
        return ready(port, "/");
    }

    /** The gateway with a token check and a rate limit that the bench does not reach; its address. */
    String gateway(String name, String company, String issuer, List<String> jvm, List<String> settings) {
        int port = Ports.free();
        List<String> arguments = new ArrayList<>(List.of(
                "-jar",
                libraries.resolve("gateway-0.1.0-SNAPSHOT.jar").toString(),
                "--server.port=" + port,
                "--management.server.port=0",
                "--linli.security.longest-life=6h",
                "--linli.security.issuer=" + issuer,
                "--linli.gateway.identity-url=" + issuer,
                "--linli.gateway.company-url=" + company,
                "--linli.gateway.limit.per-second=1000000",
                "--linli.gateway.limit.burst=2000000",
                "--linli.gateway.pool.connections=32"));
        arguments.addAll(settings);
        java(name, port, jvm, arguments);
        return ready(port, "/readyz");
    }

    /** The demo's identity provider; its address, which is its issuer. */
    String identity() {
        int port = Ports.free();
        java(
                "identity",
                port,
                List.of("-XX:TieredStopAtLevel=1"),
                List.of(
                        "-jar",
                        repository
                                .resolve("deploy/identity/target/identity-0.1.0-SNAPSHOT.jar")
                                .toString(),
                        "--spring.profiles.active=local",
                        "--server.port=" + port,
                        "--management.server.port=0",
                        "--linli.identity.token-lifetime=6h",
                        "--linli.identity.key-file=" + directory.resolve("key.json")));
        return ready(port, "/readyz");
    }

    /**
     * nginx as a proxy with kept connections to the backend, one worker a core; null where it is not installed.
     *
     * @param readyPath what the backend answers with 200
     */
    @org.jspecify.annotations.Nullable
    String nginx(String backend, String readyPath) throws IOException {
        if (!Files.isExecutable(Path.of("/usr/sbin/nginx"))) {
            return null;
        }
        int port = Ports.free();
        Path settings = directory.resolve("nginx.conf");
        Files.writeString(settings, """
                daemon off; worker_processes auto; error_log stderr; pid %1$s/nginx.own.pid;
                events { worker_connections 1024; }
                http {
                  access_log off; keepalive_requests 1000000000;
                  client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
                  uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
                  upstream backend { server %2$s; keepalive 32; keepalive_requests 1000000000; }
                  server { listen 127.0.0.1:%3$d; location / {
                    proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection ""; } }
                }
                """.formatted(directory, URI.create(backend).getAuthority(), port));
        start("nginx", port, List.of("/usr/sbin/nginx", "-c", settings.toString()));
        return ready(port, readyPath);
    }

    private void java(String name, int port, List<String> jvm, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(JVM);
        command.addAll(jvm);
        command.addAll(arguments);
        start(name, port, command);
    }

    private void start(String name, int port, List<String> command) {
        running.add(ManagedProcess.start(new ManagedProcess.Launch(
                name,
                command,
                Map.of(),
                directory,
                port,
                directory.resolve(name + ".pid"),
                directory.resolve(name + ".log"),
                Lifetime.TIED)));
    }

    private String ready(int port, String path) {
        String address = "http://127.0.0.1:" + port;
        running.getLast().awaitReady(() -> answers(address + path), PATIENCE);
        return address;
    }

    private boolean answers(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The gateway's libraries without the gateway, and the bench's own classes. */
    private String bareClassPath() {
        return repository.resolve("deploy/bench/target/classes") + ":" + libraries.resolve("lib") + "/*";
    }

    private Path extracted(String jar) throws IOException, InterruptedException {
        Path target = directory.resolve("gateway");
        Process extract = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        repository.resolve(jar).toString(),
                        "extract",
                        "--force",
                        "--destination",
                        target.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(extract.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (extract.waitFor() != 0) {
            throw new IOException("cannot extract " + jar + ": " + said);
        }
        return target;
    }

    @Override
    public void close() {
        running.reversed().forEach(process -> process.stop("TERM", Duration.ofSeconds(10)));
    }
}
