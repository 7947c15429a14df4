package org.linli.bench.gateway;

import org.linli.bench.Medians;
import org.linli.bench.Variant;
import org.linli.local.demo.SampleYear;
import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.run.MainJob;
import org.linli.local.suite.Part;
import org.linli.local.suite.Progress;
import org.linli.local.suite.Suite;
import org.linli.local.suite.SuiteGuard;
import org.linli.local.suite.SuiteSettings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What HQ really reads, of company-service with a year of Huanshi street in it: alone, through our gateway and, for the
 * lightest, through nginx, which neither checks a token nor counts.
 */
final class RealEndpoints implements AutoCloseable {

    private static final String ALONE = "service alone";
    private static final String OURS = "through the gateway";
    private static final String NGINX = "through nginx";
    private static final String YEAR = "from=2025-01&to=2025-12";
    private static final List<Endpoint> ENDPOINTS = List.of(
            new Endpoint("the street's year", "/api/company/consolidation/" + SampleYear.STREET + "?" + YEAR),
            new Endpoint("a page of 100 entries", "/api/company/entries?unit=440703006107&limit=100&" + YEAR),
            new Endpoint("one unit, the lightest answer of all", "/api/company/units/440703006107"));

    private final Suite suite;
    private final SuiteGuard guard;
    private final Programs programs;
    private final Load load;
    private final GatewayClient hq;

    private RealEndpoints(Suite suite, Programs programs, Load load) {
        this.suite = suite;
        this.guard = SuiteGuard.of(suite);
        this.programs = programs;
        this.load = load;
        this.hq = new GatewayClient(
                suite.settings().url(Part.GATEWAY), suite.settings().url(Part.IDENTITY), Duration.ofMinutes(3));
    }

    private record Endpoint(String name, String path) {}

    /** What measures variants against each other. */
    @FunctionalInterface
    interface Measuring {
        Medians of(List<Variant> variants) throws Exception;
    }

    /** Starts the suite, gives it the sample's year, and ends what is not measured. */
    static RealEndpoints fed(Path directory, Path repository, Load load) throws IOException, InterruptedException {
        Suite suite =
                new Suite(SuiteSettings.onFreePorts(directory.resolve("suite"), repository), Progress.on(System.out));
        RealEndpoints endpoints = new RealEndpoints(suite, new Programs(directory, repository), load);
        try {
            endpoints.feed(directory.resolve("sample"));
            return endpoints;
        } catch (RuntimeException e) {
            endpoints.close();
            throw e;
        }
    }

    private void feed(Path files) {
        suite.up();
        SampleYear.write(files, 1);
        new MainJob(hq, line -> System.out.println("  " + line))
                .run(files.resolve("units.csv"), files.resolve("entries.csv"));
        List.of(Part.GATEWAY, Part.PARTNER, Part.FUND).forEach(suite::stop);
    }

    /** The tables of all endpoints, as Markdown. */
    String measured(Measuring measuring) throws Exception {
        String company = suite.settings().url(Part.COMPANY);
        String gateway =
                programs.gateway("gateway", company, suite.settings().url(Part.IDENTITY), List.of(), List.of());
        String nginx = programs.nginx(company, "/readyz");
        StringBuilder page =
                new StringBuilder("## Before real endpoints\n\nThe load generator, the gateway, the service"
                        + " and PostgreSQL share the machine's cores. Target: 0.85 of the service alone, token check and limit"
                        + " included.\n\n");
        for (Endpoint endpoint : ENDPOINTS) {
            List<Variant> variants = new ArrayList<>(
                    List.of(variant(ALONE, company, endpoint.path()), variant(OURS, gateway, endpoint.path())));
            if (nginx != null && endpoint == ENDPOINTS.getLast()) {
                variants.add(variant(NGINX, nginx, endpoint.path()));
            }
            Medians medians = measuring.of(variants);
            page.append("### %s: %.2f%n%n`GET %s`%n%n%s%n"
                    .formatted(endpoint.name(), medians.ratio(OURS, ALONE), endpoint.path(), medians.table(ALONE)));
        }
        return page.toString();
    }

    private Variant variant(String name, String address, String path) {
        return new Variant(name, time -> load.ratePerSecond(address + path, "Bearer " + hq.token(Clients.HQ), time));
    }

    @Override
    public void close() {
        hq.close();
        programs.close();
        guard.close();
    }
}
