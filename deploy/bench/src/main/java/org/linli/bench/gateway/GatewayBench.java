package org.linli.bench.gateway;

import org.linli.bench.BenchPage;
import org.linli.bench.Interleaved;
import org.linli.bench.Medians;
import org.linli.bench.Variant;
import org.linli.local.suite.Part;
import org.linli.local.suite.Progress;
import org.linli.local.suite.Suite;
import org.linli.local.suite.SuiteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * {@code ./linli bench gateway}: our gateway, with token check and rate limit, against a bare Spring Cloud Gateway and
 * nginx before a trivial backend, and before a real endpoint against that endpoint alone.
 */
@Command(name = "gateway", mixinStandardHelpOptions = true, description = "The gateway against its peers.")
public final class GatewayBench implements Callable<Integer> {

    private static final int CONNECTIONS = 32;
    private static final String UNIT = "/api/company/units/440703006101";

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds, 5 or more for a figure to quote (5).")
    private int rounds;

    @Option(names = "--round-seconds", defaultValue = "8", description = "Length of a round (8).")
    private int roundSeconds;

    @Option(names = "--warm-up-seconds", defaultValue = "40", description = "Warm-up of each variant (40).")
    private int warmUpSeconds;

    @Option(names = "--without-service", description = "Leaves out the real endpoint and with it the suite.")
    private boolean withoutService;

    @Option(names = "--settings", description = "Instead: what transport, loops, collector and observation bring.")
    private boolean settingsInstead;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Load load = Load.best(CONNECTIONS);

    @Override
    public Integer call() throws Exception {
        Path repository = Path.of(System.getProperty("linli.repository", ".")).toAbsolutePath();
        Path directory = Files.createTempDirectory("linli-bench-gateway");
        if (settingsInstead) {
            return settings(directory, repository);
        }
        StringBuilder page = new StringBuilder(how());
        try (Programs programs = new Programs(directory, repository)) {
            page.append(beforeATrivialBackend(programs));
        }
        if (!withoutService) {
            page.append(beforeARealEndpoint(directory, repository));
        }
        System.out.println(page);
        System.out.println(
                "Written: " + BenchPage.of("gateway").write("The gateway against its peers", page.toString()));
        return 0;
    }

    private int settings(Path directory, Path repository) throws Exception {
        try (Programs programs = new Programs(directory, repository)) {
            String issuer = programs.identity();
            String bearer = bearer(issuer, "runner-hq");
            String backend = programs.backend();
            List<Variant> variants = new ArrayList<>();
            for (Setting setting : Setting.ALL) {
                String address = programs.gateway(setting.name(), backend, issuer, setting.jvm(), setting.settings());
                variants.add(variant(setting.name(), address, bearer));
            }
            String page = how() + measure(variants).table(Setting.AS_SHIPPED);
            System.out.println(page);
            System.out.println(
                    "Written: " + BenchPage.of("gateway-settings").write("What the gateway's settings bring", page));
        }
        return 0;
    }

    private String how() {
        return "Load: " + load.name() + "; " + rounds + " rounds of " + roundSeconds + " s in turn after a warm-up of "
                + warmUpSeconds
                + " s each; medians. All gateways on the same JVM flags, one pool of 32 connections.\n\n";
    }

    private String beforeATrivialBackend(Programs programs) throws Exception {
        String issuer = programs.identity();
        String bearer = bearer(issuer, "runner-hq");
        String backend = programs.backend();
        List<Variant> variants = new ArrayList<>();
        variants.add(variant("backend alone", backend, bearer));
        String nginx = programs.nginx(backend);
        if (nginx != null) {
            variants.add(variant("nginx", nginx, bearer));
        }
        variants.add(variant("bare Spring Cloud Gateway", programs.bareGateway(backend), bearer));
        variants.add(
                variant("Linli gateway", programs.gateway("gateway", backend, issuer, List.of(), List.of()), bearer));
        Medians medians = measure(variants);
        return "## Before a trivial backend\n\n"
                + medians.table("bare Spring Cloud Gateway")
                + "\nThe gateway reaches %.2f of the bare one (target 0.80)"
                        .formatted(medians.ratio("Linli gateway", "bare Spring Cloud Gateway"))
                + (nginx == null
                        ? "; nginx is not installed here (Debian: apt-get install nginx-light).\n\n"
                        : " and %.2f of nginx (star 0.35); the bare one %.2f of nginx.\n\n"
                                .formatted(
                                        medians.ratio("Linli gateway", "nginx"),
                                        medians.ratio("bare Spring Cloud Gateway", "nginx")));
    }

    private String beforeARealEndpoint(Path directory, Path repository) throws Exception {
        SuiteSettings settings = SuiteSettings.onFreePorts(directory.resolve("suite"), repository);
        Suite suite = new Suite(settings, Progress.on(System.out));
        try (Programs programs = new Programs(directory, repository)) {
            List.of(Part.POSTGRES, Part.KAFKA, Part.IDENTITY, Part.COMPANY).forEach(suite::start);
            String issuer = settings.url(Part.IDENTITY);
            String company = settings.url(Part.COMPANY);
            createUnit(company, bearer(issuer, "runner-city"));
            String bearer = bearer(issuer, "runner-hq");
            String gateway = programs.gateway("gateway", company, issuer, List.of(), List.of());
            Medians medians = measure(List.of(
                    variant("service alone", company, bearer), variant("through the gateway", gateway, bearer)));
            return "## Before a real endpoint\n\n`GET " + UNIT + "` of company-service.\n\n"
                    + medians.table("service alone")
                    + "\nThrough the gateway, token check and limit included: %.2f of the service alone (target 0.85). The"
                            .formatted(medians.ratio("through the gateway", "service alone"))
                    + " load generator, the gateway, the service and PostgreSQL share the machine's cores.\n";
        } finally {
            suite.down();
        }
    }

    private Medians measure(List<Variant> variants) throws Exception {
        return new Interleaved(Duration.ofSeconds(warmUpSeconds), Duration.ofSeconds(roundSeconds), rounds, System.out)
                .measure(variants);
    }

    private Variant variant(String name, String address, String bearer) {
        return new Variant(name, time -> load.ratePerSecond(address + UNIT, bearer, time));
    }

    private String bearer(String issuer, String machine) throws Exception {
        String basic = Base64.getEncoder().encodeToString((machine + ":linli-demo").getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        return "Bearer " + answer.body().replaceAll(".*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private void createUnit(String company, String bearer) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(company + UNIT))
                        .header("Authorization", bearer)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"name\":\"石冲\",\"unitClass\":\"VENUE\"}"))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("the unit was not created: " + answer.body());
        }
    }
}
