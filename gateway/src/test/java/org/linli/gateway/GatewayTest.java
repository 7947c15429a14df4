package org.linli.gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.gateway.Gateway.json;

class GatewayTest {

    static Issuer issuer;
    static StubBackend company;
    static StubBackend hq;
    static StubBackend fund;
    static Gateway gateway;
    static String bearer;

    @BeforeAll
    static void start() {
        issuer = new Issuer();
        company = new StubBackend("company");
        hq = new StubBackend("hq");
        fund = new StubBackend("fund");
        gateway = new Gateway(issuer, company, hq, fund, "linli.gateway.edge.max-body=1MB");
        bearer = "Bearer " + issuer.token("hq");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        List.of(company, hq, fund).forEach(StubBackend::close);
        issuer.close();
    }

    @BeforeEach
    void forget() {
        List.of(company, hq, fund).forEach(backend -> backend.seen.clear());
    }

    @Test
    void forwards_path_query_method_and_body_as_they_are() {
        HttpResponse<String> answer = gateway.post(
                "/api/fund/fundings?dryRun=true&q=%E5%B9%B8%E9%82%BB%2F1",
                "{\"amount\":\"1.00\"}", "Authorization", bearer, "Idempotency-Key", "k-1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("from").asString()).isEqualTo("fund");
        assertThat(fund.seen).singleElement().satisfies(seen -> {
            assertThat(seen.method()).isEqualTo("POST");
            assertThat(seen.uri()).isEqualTo("/api/fund/fundings?dryRun=true&q=%E5%B9%B8%E9%82%BB%2F1");
            assertThat(seen.bodyBytes()).isEqualTo(17);
            assertThat(seen.headers().get("Idempotency-Key")).isEqualTo("k-1");
            assertThat(seen.headers().get("Authorization")).isEqualTo(bearer);
        });
    }

    @Test
    void sends_consolidation_to_the_hq_role_and_the_rest_to_the_branch_role() {
        assertThat(json(gateway.get("/api/company/consolidation/440703006", "Authorization", bearer))
                        .path("from")
                        .asString())
                .isEqualTo("hq");
        assertThat(json(gateway.post("/api/company/consolidation/rebuilds", "", "Authorization", bearer))
                        .path("from")
                        .asString())
                .isEqualTo("hq");
        assertThat(json(gateway.get("/api/company/units/440703006", "Authorization", bearer))
                        .path("from")
                        .asString())
                .isEqualTo("company");
        assertThat(json(gateway.post("/api/company/entries/batch", "[]", "Authorization", bearer))
                        .path("from")
                        .asString())
                .isEqualTo("company");
    }

    @Test
    void passes_a_services_own_problem_unchanged() {
        HttpResponse<String> answer = gateway.get("/api/fund/problem", "Authorization", bearer);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).isEqualTo("{\"type\":\"https://linli.org/problems/invalid-request\"}");
    }

    @Test
    void keeps_a_harmless_correlation_id_and_makes_one_otherwise() {
        HttpResponse<String> kept =
                gateway.get("/api/fund/policies", "Authorization", bearer, "X-Correlation-Id", "my-id.7");
        HttpResponse<String> made =
                gateway.get("/api/fund/policies", "Authorization", bearer, "X-Correlation-Id", "a b\"><");

        assertThat(kept.headers().allValues("X-Correlation-Id")).containsExactly("my-id.7");
        assertThat(fund.seen.getFirst().headers().getAll("X-Correlation-Id")).containsExactly("my-id.7");
        assertThat(made.headers().allValues("X-Correlation-Id")).singleElement().satisfies(id -> {
            assertThat(id).hasSize(36);
            assertThat(fund.seen.getLast().headers().getAll("X-Correlation-Id")).containsExactly(id);
        });
    }

    @Test
    void drops_what_a_client_claims_about_itself_and_says_what_it_saw() throws IOException {
        gateway.raw("GET /api/fund/policies HTTP/1.1\r\nHost: suite.example\r\nAuthorization: " + bearer
                + "\r\nX-Forwarded-For: 10.9.9.9\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Prefix: /evil"
                + "\r\nX-Forwarded-Proto: https\r\nForwarded: for=10.9.9.9\r\nX-Real-IP: 10.9.9.9"
                + "\r\nX-Original-URL: /api/company/units\r\nX-HTTP-Method-Override: DELETE\r\nTE: trailers"
                + "\r\nProxy-Authorization: Basic eA==\r\nX-Hop: secret\r\nConnection: close, X-Hop\r\n\r\n");

        assertThat(fund.seen).singleElement().satisfies(seen -> {
            var headers = seen.headers();
            assertThat(headers.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
            assertThat(headers.getAll("X-Forwarded-Proto")).containsExactly("http");
            assertThat(headers.getAll("X-Forwarded-Host")).containsExactly("suite.example");
            assertThat(headers.names().stream().map(String::toLowerCase))
                    .doesNotContain("forwarded", "x-real-ip", "x-forwarded-prefix", "x-original-url", "te")
                    .doesNotContain("x-http-method-override", "proxy-authorization", "x-hop");
        });
    }

    @Test
    void says_security_headers_once_whatever_the_service_says() {
        HttpResponse<String> answer = gateway.get("/api/fund/policies", "Authorization", bearer);

        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().map()).doesNotContainKey("server");
    }

    @Test
    void refuses_a_body_that_is_declared_too_large_before_the_service_sees_it() {
        HttpResponse<String> answer =
                gateway.post("/api/fund/fundings", "x".repeat(1024 * 1024 + 1), "Authorization", bearer);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("type").asString()).isEqualTo("https://linli.org/problems/body-too-large");
        assertThat(fund.seen).isEmpty();
    }

    @Test
    void breaks_off_a_body_that_grows_too_large_as_it_streams() {
        byte[] tooMuch = new byte[2 * 1024 * 1024];
        HttpResponse<String> answer = gateway.send(gateway.request("/api/fund/fundings", "Authorization", bearer)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(fund.seen).isEmpty();
    }

    @Test
    void keeps_the_connection_usable_after_each_refusal_of_a_request_with_a_body() {
        String large = "x".repeat(900 * 1024);
        for (int i = 0; i < 10; i++) {
            assertThat(gateway.post("/api/fund/fundings", large).statusCode()).isEqualTo(401);
            assertThat(gateway.post("/docs/catalogue.js", large).statusCode()).isEqualTo(405);
            assertThat(gateway.post("/nothing", large).statusCode()).isEqualTo(404);
            assertThat(gateway.get("/api/fund/policies", "Authorization", bearer)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void takes_a_streamed_body_within_the_limit() {
        byte[] enough = new byte[900 * 1024];
        HttpResponse<String> answer = gateway.send(gateway.request("/api/fund/fundings", "Authorization", bearer)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(enough))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(fund.seen.getFirst().bodyBytes()).isEqualTo(enough.length);
    }

    @Test
    void refuses_headers_and_addresses_beyond_measure() throws IOException {
        assertThat(gateway.raw("GET /api/fund/policies HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Long: "
                        + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json", "problems/headers-too-large", "correlationId");
        assertThat(gateway.raw(
                        "GET /api/fund/" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("application/problem+json", "problems/uri-too-long", "X-Correlation-Id: ");
        assertThat(gateway.raw("nonsense\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "problems/unreadable-request");
        assertThat(fund.seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/company/../fund/policies",
                "/api/company/%2e%2e/fund/policies",
                "/api//fund/policies",
                "/api/company/v3/api-docs/../units",
                "/api/fund/policies;a=b",
                "/api/fund/./policies",
                "/api/fund/a%5cb",
                "/api/fund/a%00"
            })
    void refuses_an_address_with_two_readings(String path) throws IOException {
        String answer = gateway.raw(
                "GET " + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: " + bearer + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("ambiguous-path");
        assertThat(company.seen).isEmpty();
        assertThat(fund.seen).isEmpty();
    }

    @Test
    void answers_its_own_404_and_405_as_problems() throws IOException {
        HttpResponse<String> nothing = gateway.get("/nothing");
        HttpResponse<String> noService = gateway.get("/api/nothing", "Authorization", bearer);
        HttpResponse<String> wrongMethod = gateway.post("/docs/catalogue.js", "x");
        String trace = gateway.raw("TRACE /api/fund/policies HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertProblem(nothing, 404, "not-found");
        assertProblem(noService, 404, "not-found");
        assertProblem(wrongMethod, 405, "method-not-allowed");
        assertThat(trace).startsWith("HTTP/1.1 405").contains("application/problem+json");
    }

    @Test
    void says_of_each_part_how_it_is() {
        HttpResponse<String> answer = gateway.get("/health");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("status").asString()).isEqualTo("UP");
        assertThat(json(answer).path("zh").asString()).isEqualTo("一切正常");
        assertThat(json(answer)
                        .path("parts")
                        .valueStream()
                        .map(part -> part.path("part").asString()))
                .containsExactly("company", "company-hq", "fund", "partner", "identity");
        assertThat(json(answer).path("parts").path(0).path("needs").path("db").asString())
                .isEqualTo("UP");
    }

    @Test
    void is_alive_and_ready_by_itself_and_shows_its_metrics_to_operators_on_a_port_of_its_own() {
        assertThat(gateway.get("/livez").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/readyz").statusCode()).isEqualTo(200);
        assertThat(gateway.management("/actuator/health/readiness").statusCode())
                .isEqualTo(200);
        gateway.get("/api/fund/policies", "Authorization", bearer);
        String operator =
                "Bearer " + issuer.token("runner-city", claims -> claims.claim("units", List.of("440703006", "*")));

        assertThat(gateway.management("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertProblem(gateway.management("/actuator/prometheus", "Authorization", bearer), 403, "forbidden");
        assertThat(gateway.management("/actuator/prometheus", "Authorization", operator)
                        .body())
                .contains("resilience4j_circuitbreaker_state")
                .contains("linli_gateway_requests_seconds_count{answer=\"2xx\",part=\"fund\"}");
        assertThat(gateway.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        for (String path : List.of("/actuator", "/actuator/health", "/actuator/prometheus")) {
            assertThat(gateway.get(path, "Authorization", operator).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health",
                "/livez",
                "/readyz",
                "/docs",
                "/docs/catalogue.js",
                "/webjars/swagger-ui/swagger-ui-bundle.js",
                "/api/company/v3/api-docs",
                "/api/fund/v3/api-docs",
                "/forms",
                "/forms/survey",
                "/forms/sign-in",
                "/forms/proposals.js",
                "/forms/nothing.js",
                "/nothing",
                "/api/fund/policies",
                "/api/fund/problem",
                "/api/company/units"
            })
    void answers_head_as_get_without_the_body(String path) {
        HttpResponse<String> get = gateway.get(path, "Authorization", bearer);
        HttpResponse<String> head = gateway.head(path, "Authorization", bearer);

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String header : List.of("Content-Type", "Location", "Cache-Control", "Content-Security-Policy")) {
            assertThat(head.headers().allValues(header))
                    .as(header)
                    .isEqualTo(get.headers().allValues(header));
        }
    }

    @Test
    void forwards_head_as_head() {
        gateway.head("/api/fund/policies", "Authorization", bearer);

        assertThat(fund.seen).extracting(StubBackend.Seen::method).containsExactly("HEAD");
    }

    @Test
    void shows_the_catalogue_with_documents_true_from_outside() {
        HttpResponse<String> page = gateway.get("/docs");
        HttpResponse<String> document = gateway.get("/api/company/v3/api-docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("connect-src 'self' " + issuer.url());
        assertThat(gateway.get("/docs/catalogue.js").body()).contains("/api/fund/v3/api-docs");
        assertThat(gateway.get("/webjars/swagger-ui/swagger-ui-bundle.js").statusCode())
                .isEqualTo(200);
        assertThat(gateway.get("/webjars/swagger-ui/oauth2-redirect.html").statusCode())
                .isEqualTo(200);
        assertThat(json(document).path("info").path("title").asString()).isEqualTo("company");
        assertThat(json(document).path("servers").path(0).path("url").asString())
                .isEqualTo("/");
        assertThat(json(document).path("paths").propertyNames()).containsExactly("/api/company/things");
        assertThat(json(document)
                        .at("/components/securitySchemes/signIn/flows/authorizationCode/authorizationUrl")
                        .asString())
                .isEqualTo(issuer.url() + "/oauth2/authorize");
        JsonNode things = json(document).path("paths").path("/api/company/things");
        assertThat(things.at("/post/security").valueStream().flatMap(way -> way.propertyNames().stream()))
                .containsExactly("signIn", "token");
        assertThat(things.path("get").has("security")).isFalse();
    }

    @Test
    void shows_the_forms_to_anyone_under_a_policy_of_their_own() throws IOException {
        HttpResponse<String> page = gateway.get("/forms");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                        + "connect-src 'self' " + issuer.url()
                        + "; form-action 'none'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("<script>").doesNotContain("style=");
        assertThat(json(gateway.get("/forms/sign-in")).toString())
                .isEqualTo("{\"issuer\":\"" + issuer.url() + "\",\"client\":\"linli-console\"}");
        assertThat(everyModuleFrom("/forms/proposals.js", new TreeSet<>())).hasSizeGreaterThan(8);
        assertThat(gateway.get("/forms/survey?id=1").body()).contains("/forms/survey.js");
        assertThat(everyModuleFrom("/forms/survey.js", new TreeSet<>())).hasSizeGreaterThan(5);
    }

    /** What the page loads, it can load: each module, and each that those name. */
    private static Set<String> everyModuleFrom(String path, Set<String> seen) {
        HttpResponse<String> module = gateway.get(path);
        assertThat(module.statusCode()).as(path).isEqualTo(200);
        assertThat(module.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(module.headers().firstValue("Cache-Control")).hasValue("no-cache");
        seen.add(path);
        Pattern.compile("from '\\./([^']+)'")
                .matcher(module.body())
                .results()
                .map(found -> "/forms/" + found.group(1))
                .filter(found -> !seen.contains(found))
                .forEach(found -> everyModuleFrom(found, seen));
        return seen;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/formsx", "/form", "/static/forms/house.js", "/forms/nothing.js", "/forms/application.yaml"})
    void shows_nothing_else_beside_the_forms(String path) {
        assertProblem(gateway.get(path), 404, "not-found");
        assertThat(gateway.post("/forms/house.js", "x").statusCode()).isEqualTo(405);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).path("type").asString()).isEqualTo("https://linli.org/problems/" + slug);
        assertThat(json(answer).path("correlationId").asString())
                .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElseThrow());
    }
}
