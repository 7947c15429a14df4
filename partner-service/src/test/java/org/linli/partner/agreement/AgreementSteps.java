package org.linli.partner.agreement;

import org.linli.partner.PartnerSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestTokens;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What clerks, heads and partners do about agreements, over HTTP with their own rights. */
public final class AgreementSteps {

    private final TestHttp http;
    private final SeededProposals proposals;

    public AgreementSteps(TestHttp http, SeededProposals proposals) {
        this.http = http;
        this.proposals = proposals;
    }

    /** Terms as a clerk would send them; change the map to make others of them. */
    public static Map<String, Object> terms() {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("line", "WELLNESS_CARE");
        terms.put("project", "颈肩调理");
        terms.put("shareRate", "0.15");
        terms.put("shareBase", "TURNOVER");
        terms.put("taxRate", "0.01");
        terms.put("pricePercent", "50");
        terms.put("priceList", List.of(Map.of("item", "推拿 60 分钟", "price", "50.00", "market", "120.00")));
        terms.put("room", "二楼多功能室");
        terms.put("sessionsPerYear", 6);
        terms.put("deposit", "2000.00");
        terms.put("startsOn", "2025-03-01");
        terms.put("endsOn", "2035-02-28");
        return terms;
    }

    public static Map<String, Object> with(String field, Object value) {
        Map<String, Object> terms = terms();
        terms.put(field, value);
        return terms;
    }

    public static String partnerOf(String branch) {
        return "partner-" + branch.substring(0, 9);
    }

    /** A draft of the partner {@code partner-<street>} with the branch. @return its id */
    public String draft(String branch, Map<String, Object> terms) {
        UUID proposal = proposal(branch);
        return post(clerk(branch), "", Map.of("proposalId", proposal.toString(), "terms", terms), 201)
                .get("id")
                .asString();
    }

    /** An accepted proposal of the partner {@code partner-<street>}, registered where it is not yet. */
    public UUID proposal(String branch) {
        String partner =
                new PartnerSteps(http).partner(branch.substring(0, 9)).get("id").asString();
        return proposals.accepted(branch, UUID.fromString(partner));
    }

    public JsonNode signByBoth(String branch, String id) {
        post(partner(branch), "/" + id + "/signature", null, 200);
        return post(head(branch), "/" + id + "/signature", null, 200);
    }

    /** In force. @return its id */
    public String agreed(String branch, Map<String, Object> terms) {
        String id = draft(branch, terms);
        signByBoth(branch, id);
        return id;
    }

    public WebTestClient clerk(String branch) {
        return http.as(Role.BRANCH_CLERK, branch);
    }

    public WebTestClient head(String branch) {
        return http.as(Role.BRANCH_HEAD, branch);
    }

    /** The person who acts for the branch's partner; the token's units mean nothing. */
    public WebTestClient partner(String branch) {
        return http.bearing(TestTokens.tokenOf(partnerOf(branch), List.of(Role.PARTNER)));
    }

    public JsonNode post(WebTestClient client, String path, Object body, int status) {
        return send(client, HttpMethod.POST, path, body, status);
    }

    public JsonNode get(WebTestClient client, String path, int status) {
        return send(client, HttpMethod.GET, path, null, status);
    }

    public static JsonNode send(WebTestClient client, HttpMethod method, String path, Object body, int status) {
        var request = client.method(method).uri("/api/partner/agreements" + path);
        var answer = (body == null ? request : request.bodyValue(body))
                .exchange()
                .expectBody()
                .returnResult();
        byte[] given = Objects.requireNonNullElse(answer.getResponseBody(), "null".getBytes());
        assertThat(answer.getStatus().value())
                .as(method + " " + path + ": " + new String(given, java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(status);
        return JsonMapper.shared().readTree(given);
    }
}
