package org.linli.partner.access;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.linli.partner.access.AccessScope.AGREEMENTS_READ;
import static org.linli.partner.access.AccessScope.DOCUMENTS_READ;
import static org.linli.partner.access.AccessScope.DOCUMENTS_WRITE;
import static org.linli.partner.access.AccessScope.PROFILE_READ;
import static org.linli.partner.access.AccessScope.PROPOSALS_READ;
import static org.linli.partner.access.AccessScope.PROPOSALS_WRITE;
import static org.linli.partner.access.AccessScope.ROOMS_READ;
import static org.linli.partner.access.AccessScope.ROOMS_WRITE;
import static org.linli.partner.access.AccessScope.TURNOVER_READ;
import static org.linli.partner.access.AccessScope.TURNOVER_WRITE;
import static org.linli.partner.access.AccessScope.WEBHOOKS_READ;
import static org.linli.partner.access.AccessScope.WEBHOOKS_WRITE;

/** Which scope each route asks of a machine: the first line that fits counts, and without one a person does it. */
final class RouteDemands {

    private static final String BASE = "/api/partner/";
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final List<Line> LINES = Stream.of(
                    reads("partners", PROFILE_READ),
                    reads("partners/*", PROFILE_READ),
                    reads("partners/*/standings", PROFILE_READ),
                    both("proposals/**", PROPOSALS_READ, PROPOSALS_WRITE),
                    reads("trials/**", PROPOSALS_READ),
                    both("sandbox/**", PROPOSALS_READ, PROPOSALS_WRITE),
                    both("uploads/**", DOCUMENTS_WRITE, DOCUMENTS_WRITE),
                    reads("documents/**", DOCUMENTS_READ),
                    reads("agreements/**", AGREEMENTS_READ),
                    both("turnover-reports/**", TURNOVER_READ, TURNOVER_WRITE),
                    reads("rooms/**", ROOMS_READ),
                    both("bookings/**", ROOMS_READ, ROOMS_WRITE),
                    both("service-bookings/**", ROOMS_READ, ROOMS_WRITE),
                    both("service-booking-series/**", ROOMS_READ, ROOMS_WRITE),
                    both("service-waiting-list/**", ROOMS_READ, ROOMS_WRITE),
                    both("waiting-list/**", ROOMS_READ, ROOMS_WRITE),
                    both("calendars/**", ROOMS_READ, ROOMS_WRITE),
                    reads("points/rules", PROFILE_READ),
                    reads("webhooks/*/secret", WEBHOOKS_WRITE),
                    both("webhooks/**", WEBHOOKS_READ, WEBHOOKS_WRITE),
                    both("webhook-deliveries/**", WEBHOOKS_READ, WEBHOOKS_WRITE))
            .flatMap(List::stream)
            .toList();

    private RouteDemands() {}

    static Demand of(HttpMethod method, RequestPath path) {
        PathContainer inside = path.pathWithinApplication();
        if (!inside.value().startsWith(BASE) || inside.value().startsWith(BASE + "public/")) {
            return new Demand.Nothing();
        }
        return LINES.stream()
                .filter(line -> line.reads() == READS.contains(method))
                .filter(line -> line.pattern().matches(inside))
                .map(Line::demand)
                .findFirst()
                .orElseGet(Demand.Person::new);
    }

    private record Line(boolean reads, PathPattern pattern, Demand demand) {

        static Line of(boolean reads, String path, Demand demand) {
            return new Line(reads, PathPatternParser.defaultInstance.parse(BASE + path), demand);
        }
    }

    private static List<Line> reads(String path, AccessScope scope) {
        return List.of(Line.of(true, path, new Demand.Granted(scope)));
    }

    private static List<Line> both(String path, AccessScope toRead, AccessScope toWrite) {
        return List.of(
                Line.of(true, path, new Demand.Granted(toRead)), Line.of(false, path, new Demand.Granted(toWrite)));
    }
}
