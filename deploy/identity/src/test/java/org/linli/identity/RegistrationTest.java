package org.linli.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients are registered after RFC 7591 by the registrar alone, and outlive the process. */
class RegistrationTest extends RunningIdentity {

    private static final String MACHINE = """
            {"client_name": "一号机", "grant_types": ["client_credentials"], "scope": "proposals:read proposals:write",
             "token_endpoint_auth_method": "client_secret_basic"}
            """;

    @Test
    void registers_a_machine_whose_tokens_are_a_partners_with_its_scopes() throws Exception {
        HttpResponse<String> answer = register(registrarsToken(), MACHINE);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = field(answer, "client_id");
        String secret = field(answer, "client_secret");
        JWTClaimsSet claims = verified(accessToken(clientCredentials(id, secret)));
        assertThat(claims.getSubject()).isEqualTo(id);
        assertThat(claims.getStringClaim("client_id")).isEqualTo(id);
        assertThat(claims.getStringClaim("name")).isEqualTo("一号机");
        assertThat(claims.getStringListClaim("roles")).containsExactly("partner");
        assertThat(claims.getStringListClaim("units")).isEmpty();
        assertThat(claims.getStringListClaim("scope")).containsExactlyInAnyOrder("proposals:read", "proposals:write");
        JWTClaimsSet narrowed = verified(accessToken(clientCredentials(id, secret, Map.of("scope", "proposals:read"))));
        assertThat(narrowed.getStringListClaim("scope")).containsExactly("proposals:read");
        assertThat(clientCredentials(id, secret, Map.of("scope", "turnover:write"))
                        .body())
                .contains("invalid_scope");
        assertThat(clientCredentials(id, "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void keeps_it_over_a_restart_without_its_secret() throws Exception {
        HttpResponse<String> answer = register(registrarsToken(), MACHINE);
        String id = field(answer, "client_id");
        String secret = field(answer, "client_secret");

        var restarted = new RegisteredClients(DIRECTORY.resolve("clients.json"), Duration.ofMinutes(5));

        var client = restarted.ofClientId(id);
        assertThat(client).isNotNull();
        assertThat(restarted.ofId(client.getId())).isEqualTo(client);
        assertThat(new ClientSecrets().matches(secret, client.getClientSecret()))
                .isTrue();
        assertThat(client.getTokenSettings().getAccessTokenTimeToLive()).isEqualTo(Duration.ofMinutes(5));
        assertThat(Files.readString(DIRECTORY.resolve("clients.json")))
                .contains(id)
                .doesNotContain(secret);
    }

    @Test
    void a_removed_client_gets_no_token_and_its_tokens_end_at_once() throws Exception {
        HttpResponse<String> answer = register(registrarsToken(), MACHINE);
        String id = field(answer, "client_id");
        String secret = field(answer, "client_secret");
        assertThat(clientCredentials(id, secret).statusCode()).isEqualTo(200);
        String address = field(answer, "registration_client_uri").replace("8090", String.valueOf(port));
        String token = field(answer, "registration_access_token");

        assertThat(remove(address, "").statusCode()).isEqualTo(401);
        assertThat(remove(address, "Bearer " + new StringBuilder(token).reverse())
                        .statusCode())
                .isEqualTo(401);
        assertThat(remove(address.replace(id, "hq"), "Bearer " + token).statusCode())
                .isEqualTo(401);
        assertThat(remove(address, "Bearer " + token).statusCode()).isEqualTo(204);

        assertThat(clientCredentials(id, secret).statusCode()).isEqualTo(401);
        assertThat(remove(address, "Bearer " + token).statusCode()).isEqualTo(401);
        assertThat(new RegisteredClients(DIRECTORY.resolve("clients.json"), Duration.ofMinutes(5)).ofClientId(id))
                .isNull();
        assertThat(TOLD.claims()).anySatisfy(told -> {
            assertThat(told.getSubject()).isEqualTo(id);
            assertThat(told.getClaim("sid")).isNull();
        });
    }

    @Test
    void takes_a_registrars_token_once_and_nobody_elses() throws Exception {
        String once = registrarsToken();
        assertThat(register(once, MACHINE).statusCode()).isEqualTo(201);

        assertThat(register(once, MACHINE).statusCode()).isEqualTo(401);
        assertThat(register("", MACHINE).statusCode()).isEqualTo(401);
        assertThat(register(accessToken(clientCredentials("hq", "linli-demo")), MACHINE)
                        .statusCode())
                .isEqualTo(401);
        assertThat(clientCredentials("hq", "linli-demo", Map.of("scope", Clients.REGISTER))
                        .body())
                .contains("invalid_scope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"client_name\": \"a\", \"scope\": \"proposals:read\", \"redirect_uris\": [\"https://a.example/\"]}",
                "{\"client_name\": \"a\", \"scope\": \"proposals:read\", \"grant_types\": [\"client_credentials\","
                        + " \"authorization_code\"], \"redirect_uris\": [\"https://a.example/\"]}",
                "{\"client_name\": \"a\", \"scope\": \"client.create\", \"grant_types\": [\"client_credentials\"]}",
                "{\"client_name\": \"a\", \"grant_types\": [\"client_credentials\"]}",
                "{\"client_name\": \"a\", \"scope\": \"proposals:read\", \"grant_types\": [\"client_credentials\"],"
                        + " \"token_endpoint_auth_method\": \"none\"}",
                "{\"client_name\": ",
                "[]"
            })
    void registers_nothing_but_machines_with_scopes_that_are_given(String asked) throws Exception {
        HttpResponse<String> answer = register(registrarsToken(), asked);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\"");
    }

    @Test
    void says_where_to_register() {
        assertThat(new Browser(port).open("/.well-known/openid-configuration").body())
                .contains("\"registration_endpoint\":\"http://127.0.0.1:8090/oauth2/register\"");
        assertThat(new Browser(port)
                        .open("/.well-known/oauth-authorization-server")
                        .body())
                .contains("\"registration_endpoint\":\"http://127.0.0.1:8090/oauth2/register\"");
    }

    private String registrarsToken() throws Exception {
        return accessToken(clientCredentials("linli-registrar", "linli-demo", Map.of("scope", Clients.REGISTER)));
    }

    private static HttpResponse<String> remove(String address, String authorization) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Authorization", authorization)
                            .DELETE()
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> register(String token, String asked) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/oauth2/register"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
