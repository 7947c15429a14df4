package org.linli.local;

import org.linli.local.gateway.GatewayClient;
import org.linli.local.suite.Part;
import org.linli.local.suite.SuiteSettings;
import org.linli.platform.security.BasicCredentials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What a partner's machine does with a credential of the real provider, through the real gateway. */
final class MachineScenario {

    private final SuiteSettings suite;
    private final HttpClient http = HttpClient.newHttpClient();

    MachineScenario(SuiteSettings suite) {
        this.suite = suite;
    }

    /** @param secret given once */
    record Credential(String id, String clientId, String secret) {}

    /** Of the demo's partner, who is registered already. */
    Credential issued(GatewayClient gateway, String... scopes) {
        JsonNode issued = body(
                send(post(
                        "/api/partner/credentials",
                        gateway.token("partner1"),
                        Map.of("name", "试用机", "scopes", List.of(scopes), "sandbox", true))),
                201);
        return new Credential(
                issued.get("credential").get("id").asString(),
                issued.get("clientId").asString(),
                issued.get("clientSecret").asString());
    }

    /** A token as the provider gives it to the machine. */
    String token(Credential credential, String scope) {
        return body(askForToken(credential, scope), 200).get("access_token").asString();
    }

    int tokenStatus(Credential credential) {
        return askForToken(credential, "proposals:write").statusCode();
    }

    private HttpResponse<String> askForToken(Credential credential, String scope) {
        return send(HttpRequest.newBuilder(URI.create(suite.url(Part.IDENTITY) + "/oauth2/token"))
                .header("Authorization", BasicCredentials.header(credential.clientId(), credential.secret()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8))));
    }

    /** From a sample call to an accepted proposal, without a human. @return the proposal's id */
    String triedOut(String token) {
        String call = body(send(post("/api/partner/sandbox/open-calls", token, Map.of())), 201)
                .get("id")
                .asString();
        assertThat(body(send(get("/api/partner/public/open-calls/" + call, token)), 200)
                        .get("state")
                        .asString())
                .isEqualTo("PUBLISHED");
        Map<String, Object> proposal = Map.of(
                "callId",
                call,
                "title",
                "长者书法晚课",
                "summary",
                "每周二、四晚七点，二十人一班",
                "mode",
                "VENUE_COOPERATION",
                "priceYuan",
                "18.00",
                "marketPriceYuan",
                "60.00",
                "sharePercent",
                15,
                "benefitSessions",
                12,
                "documents",
                List.of(),
                "submit",
                true);
        String id = body(send(post("/api/partner/proposals", token, proposal)), 201)
                .get("id")
                .asString();
        body(
                send(post(
                        "/api/partner/sandbox/proposals/" + id + "/outcome",
                        token,
                        Map.of("state", "ACCEPTED", "reasons", List.of("居民需要")))),
                200);
        return id;
    }

    int status(String path, String token) {
        return send(get(path, token)).statusCode();
    }

    private HttpRequest.Builder get(String path, String token) {
        return HttpRequest.newBuilder(URI.create(suite.url(Part.GATEWAY) + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder post(String path, String token, Object body) {
        return get(path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode body(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
