package org.linli.partner.access;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;

import java.net.URI;

import static org.assertj.core.api.Assertions.assertThat;

class RouteDemandsTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/partner/proposals, proposals:read",
        "GET, /api/partner/proposals/1/versions/1/difference/2, proposals:read",
        "POST, /api/partner/proposals/1/submission, proposals:write",
        "PUT, /api/partner/proposals/1, proposals:write",
        "GET, /api/partner/trials/1, proposals:read",
        "HEAD, /api/partner/uploads/1, documents:write",
        "PATCH, /api/partner/uploads/1, documents:write",
        "GET, /api/partner/documents/1/content, documents:read",
        "POST, /api/partner/turnover-reports/import, turnover:write",
        "GET, /api/partner/agreements/1/document, agreements:read",
        "GET, /api/partner/partners/1, profile:read",
        "GET, /api/partner/webhooks/1/deliveries, webhooks:read",
        "GET, /api/partner/webhooks/1/secret, webhooks:write",
        "POST, /api/partner/service-bookings, rooms:write",
        "GET, /api/partner/bookings, rooms:read",
        "POST, /api/partner/partners, person",
        "GET, /api/partner/partners/1/personal-data/readings, person",
        "POST, /api/partner/agreements/1/signature, person",
        "GET, /api/partner/credentials, person",
        "POST, /api/partner/points/cards, person",
        "GET, /api/partner/whatever, person",
        "GET, /api/partner/public/open-calls, nothing",
        "GET, /actuator/health, nothing"
    })
    void a_machine_is_asked_for_the_scope_of_the_route(String method, String path, String demanded) {
        Demand demand = RouteDemands.of(HttpMethod.valueOf(method), RequestPath.parse(URI.create(path), ""));

        assertThat(
                        switch (demand) {
                            case Demand.Nothing nothing -> "nothing";
                            case Demand.Person person -> "person";
                            case Demand.Granted(AccessScope scope) -> scope.wireName();
                        })
                .isEqualTo(demanded);
    }
}
