package org.linli.identity;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityTest extends RunningIdentity {

    @ParameterizedTest
    @CsvSource({
        "city,         city,         4407",
        "hq,           hq,           440703006",
        "head101,      branch-head,  440703006101",
        "clerk101,     branch-clerk, 440703006101",
        "head107,      branch-head,  440703006107",
        "clerk107,     branch-clerk, 440703006107",
        "auditor,      auditor,      440703006",
        "resident,     resident,     440703006",
        "partner1,     partner,",
        "seeker1,      seeker,",
        "runner-clerk, branch-clerk, *",
        "runner-head,  branch-head,  *",
        "runner-hq,    hq,           *",
        "runner-city,  city,         *"
    })
    void gives_each_subject_a_token_with_its_role_and_units(String id, String role, String unit) throws Exception {
        HttpResponse<String> answer = clientCredentials(id, "linli-demo");

        assertThat(answer.statusCode()).isEqualTo(200);
        JWTClaimsSet claims = verified(accessToken(answer));
        assertThat(claims.getSubject()).isEqualTo(id);
        assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:8090");
        assertThat(claims.getAudience()).containsExactly("linli");
        assertThat(claims.getStringClaim("name")).isNotBlank();
        assertThat(claims.getStringListClaim("roles")).containsExactly(role);
        assertThat(claims.getStringListClaim("units")).isEqualTo(unit == null ? List.of() : List.of(unit));
        assertThat(Duration.between(Instant.now(), claims.getExpirationTime().toInstant()))
                .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource({"hq, wrong", "nobody, linli-demo", "linli-console, linli-demo"})
    void refuses_a_client_that_it_does_not_know_by_that_secret(String id, String secret) {
        HttpResponse<String> answer = clientCredentials(id, secret);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client").doesNotContain("access_token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REDIRECT,
                "http://localhost:8080/webjars/swagger-ui/oauth2-redirect.html",
                "http://127.0.0.1:8080/forms"
            })
    void signs_a_person_in_from_a_page_with_a_code_and_its_proof(String redirect) throws Exception {
        Browser browser = new Browser(port);
        String code = codeFor(browser, "head101", redirect);

        HttpResponse<String> answer =
                browser.post("/oauth2/token", exchange(code, VERIFIER, redirect), "Origin", "http://127.0.0.1:8080");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("http://127.0.0.1:8080");
        JWTClaimsSet claims = verified(accessToken(answer));
        assertThat(claims.getSubject()).isEqualTo("head101");
        assertThat(claims.getAudience()).containsExactly("linli");
        assertThat(claims.getStringListClaim("roles")).containsExactly("branch-head");
        assertThat(claims.getStringListClaim("units")).containsExactly("440703006101");
        JWTClaimsSet idToken = verified(field(answer, "id_token"));
        assertThat(idToken.getAudience()).containsExactly("linli-console");
        assertThat(idToken.getStringClaim("name")).isEqualTo(claims.getStringClaim("name"));
    }

    @Test
    void refuses_a_code_whose_proof_is_another_ones() {
        Browser browser = new Browser(port);
        String code = codeFor(browser, "hq", REDIRECT);

        HttpResponse<String> answer = browser.post(
                "/oauth2/token",
                exchange(code, "someone-elses-verifier-that-is-also-long-enough-0123456789", REDIRECT));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_grant");
    }

    @Test
    void refuses_a_code_request_without_a_proof_and_one_to_a_foreign_page() {
        Browser browser = new Browser(port);
        browser.signIn("hq", "linli-demo");
        Map<String, String> noProof = authorization(REDIRECT);
        noProof.remove("code_challenge");
        noProof.remove("code_challenge_method");

        HttpResponse<String> withoutProof = browser.open("/oauth2/authorize", noProof);
        HttpResponse<String> elsewhere = browser.open("/oauth2/authorize", authorization("https://evil.example/"));

        assertThat(withoutProof.headers().firstValue("Location").orElse("")).contains("error=invalid_request");
        assertThat(elsewhere.statusCode()).isEqualTo(400);
    }

    @Test
    void refuses_a_wrong_password_and_a_machine_at_the_form() {
        assertThat(new Browser(port)
                        .signIn("hq", "wrong")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login?error");
        assertThat(new Browser(port)
                        .signIn("runner-hq", "linli-demo")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login?error");
    }

    @Test
    void lets_pages_of_the_gateway_ask_for_tokens_and_no_others() {
        Browser browser = new Browser(port);

        assertThat(browser.preflight("/oauth2/token", "http://127.0.0.1:8080").statusCode())
                .isEqualTo(200);
        assertThat(browser.preflight("/.well-known/openid-configuration", "http://localhost:8080")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.preflight("/oauth2/token", "https://evil.example").statusCode())
                .isEqualTo(403);
    }

    @Test
    void says_where_its_endpoints_are_and_that_it_is_well() throws Exception {
        Browser browser = new Browser(port);
        Map<String, Object> discovery = JSONObjectUtils.parse(
                browser.open("/.well-known/openid-configuration").body());

        assertThat(discovery).containsEntry("issuer", "http://127.0.0.1:8090");
        assertThat(browser.open("/livez").statusCode()).isEqualTo(200);
        assertThat(browser.open("/readyz").statusCode()).isEqualTo(200);
    }
}
