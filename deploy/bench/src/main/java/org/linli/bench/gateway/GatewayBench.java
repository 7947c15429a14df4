package org.linli.bench.gateway;

import org.linli.bench.Interleaved;
import org.linli.bench.Medians;
import org.linli.bench.Variant;
import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.page.BenchPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * {@code ./linli bench gateway}: our gateway, with token check and rate limit, against a bare Spring Cloud Gateway and
 * nginx before a trivial backend, and before a real endpoint against that endpoint alone.
 */
@Command(name = "gateway", mixinStandardHelpOptions = true, description = "The gateway against its peers.")
public final class GatewayBench implements Callable<Integer> {

    private static final int CONNECTIONS = 32;
    private static final String ANY = "/api/company/units/440703006101";

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds, 5 or more for a figure to quote (5).")
    private int rounds;

    @Option(names = "--round-seconds", defaultValue = "8", description = "Length of a round (8).")
    private int roundSeconds;

    @Option(names = "--warm-up-seconds", defaultValue = "40", description = "Warm-up of each variant (40).")
    private int warmUpSeconds;

    @Option(names = "--without-service", description = "Leaves out the real endpoint and with it the suite.")
    private boolean withoutService;

    @Option(names = "--without-peers", description = "Leaves out the trivial backend and with it the peers.")
    private boolean withoutPeers;

    @Option(names = "--settings", description = "Instead: what transport, loops, collector and observation bring.")
    private boolean settingsInstead;

    private final Load load = Load.best(CONNECTIONS);

    @Override
    public Integer call() throws Exception {
        Path repository = Path.of(System.getProperty("linli.repository", ".")).toAbsolutePath();
        Path directory = Files.createTempDirectory("linli-bench-gateway");
        if (settingsInstead) {
            return settings(directory, repository);
        }
        StringBuilder page = new StringBuilder(how());
        if (!withoutPeers) {
            try (Programs programs = new Programs(directory, repository)) {
                page.append(beforeATrivialBackend(programs));
            }
        }
        if (!withoutService) {
            try (RealEndpoints endpoints = RealEndpoints.fed(directory, repository, load)) {
                page.append(endpoints.measured(this::measure));
            }
        }
        System.out.println(page);
        System.out.println("Written: "
                + (withoutPeers
                        ? BenchPage.of("gateway-endpoints").write("The gateway before real endpoints", page.toString())
                        : BenchPage.of("gateway").write("The gateway against its peers", page.toString())));
        return 0;
    }

    private int settings(Path directory, Path repository) throws Exception {
        try (Programs programs = new Programs(directory, repository)) {
            String issuer = programs.identity();
            String bearer = bearer(issuer);
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
        String bearer = bearer(issuer);
        String backend = programs.backend();
        List<Variant> variants = new ArrayList<>();
        variants.add(variant("backend alone", backend, bearer));
        String nginx = programs.nginx(backend, "/");
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

    private Medians measure(List<Variant> variants) throws Exception {
        return new Interleaved(Duration.ofSeconds(warmUpSeconds), Duration.ofSeconds(roundSeconds), rounds, System.out)
                .measure(variants);
    }

    private Variant variant(String name, String address, String bearer) {
        return new Variant(name, time -> load.ratePerSecond(address + ANY, bearer, time));
    }

    private static String bearer(String issuer) {
        try (GatewayClient client = new GatewayClient(issuer, issuer, Duration.ofSeconds(30))) {
            return "Bearer " + client.token(Clients.HQ);
        }
    }
}
