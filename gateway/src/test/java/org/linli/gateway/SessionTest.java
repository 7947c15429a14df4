package org.linli.gateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.gateway.Gateway.json;

/** People's sessions in the browser, against a provider and a service as stubs on real lines. */
class SessionTest {

    private static final String SESSION = "linli-session";

    Issuer issuer;
    Backend backend;
    Gateway gateway;

    @BeforeEach
    void start() {
        issuer = new Issuer();
        backend = new Backend("all");
        gateway = new Gateway(issuer, backend, backend, backend);
    }

    @AfterEach
    void stop() {
        gateway.close();
        backend.close();
        issuer.close();
    }

    @Test
    void signs_in_by_code_and_proof_and_comes_back_to_the_page_that_was_asked_for() {
        HttpResponse<String> away = gateway.get("/desk/sign-in?to=" + encoded("/desk/review?state=SUBMITTED"));
        assertThat(away.statusCode()).isEqualTo(302);
        assertThat(location(away)).startsWith(issuer.url() + "/oauth2/authorize?");
        assertThat(parameter(away, "code_challenge_method")).isEqualTo("S256");
        assertThat(parameter(away, "redirect_uri")).isEqualTo("http://127.0.0.1:" + gateway.port + "/desk/signed-in");

        HttpResponse<String> back = comeBack(away, parameter(away, "state"));
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(location(back)).isEqualTo("/desk/review?state=SUBMITTED");
        assertThat(issuer.forms).singleElement().asString().contains("code_verifier=").contains("code=the-code");
        assertThat(setCookie(back)).containsIgnoringCase("httponly").contains("SameSite=Lax").doesNotContain("Secure");

        HttpResponse<String> me = gateway.get("/desk/me", "Cookie", cookies(back));
        assertThat(json(me).path("name").asString()).isEqualTo("林女士");
        assertThat(json(me).path("units").path(0).asString()).isEqualTo("440703006");
    }

    @Test
    void the_service_gets_a_token_and_never_the_cookie() {
        String session = signedIn();
        assertThat(gateway.get("/api/company/things", "Cookie", session + "; other=1").statusCode())
                .isEqualTo(200);
        assertThat(backend.seen.getLast().headers().get("Authorization")).startsWith("Bearer ey");
        assertThat(backend.seen.getLast().headers().contains("Cookie")).isFalse();
    }

    @Test
    void a_program_with_its_own_token_is_taken_by_that_alone() {
        HttpResponse<String> answer = gateway.get(
                "/api/company/things", "Cookie", signedIn(), "Authorization", "Bearer " + issuer.token("machine"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(backend.seen.getLast().headers().get("Authorization"))
                .isNotEqualTo("Bearer " + issuer.token("clerk"));
        assertThat(gateway.get("/api/company/things", "Cookie", signedIn(), "Authorization", "Bearer none")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_state_that_is_not_this_browsers_signs_nobody_in() {
        HttpResponse<String> away = gateway.get("/desk/sign-in");
        assertThat(location(comeBack(away, "another"))).isEqualTo("/desk?problem=sign-in");
        assertThat(location(gateway.get("/desk/signed-in?code=the-code&state=" + parameter(away, "state"))))
                .isEqualTo("/desk?problem=sign-in");
        assertThat(issuer.forms).isEmpty();
        issuer.gives = false;
        HttpResponse<String> refused = comeBack(away, parameter(away, "state"));
        assertThat(location(refused)).isEqualTo("/desk?problem=sign-in");
        assertThat(cookies(refused)).doesNotContain(SESSION + "=ey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/desk", "//evil.example", "/\\evil.example", "/deskx", "javascript:alert(1)",
                "/desk/a\r\nSet-Cookie: x=1", "/desk/\\evil"
            })
    void leads_back_to_the_console_alone(String place) {
        HttpResponse<String> away = gateway.get("/desk/sign-in?to=" + encoded(place));
        assertThat(location(comeBack(away, parameter(away, "state")))).isEqualTo("/desk");
    }

    @Test
    void a_command_by_cookie_comes_from_our_own_pages_alone() {
        String session = signedIn();
        String own = "http://127.0.0.1:" + gateway.port;
        assertThat(command(session)).isEqualTo(403);
        assertThat(command(session, "X-Linli-Console", "1", "Origin", "https://evil.example")).isEqualTo(403);
        assertThat(command(session, "X-Linli-Console", "1", "Origin", "null")).isEqualTo(403);
        assertThat(command(session, "X-Linli-Console", "1", "Origin", own, "Sec-Fetch-Site", "cross-site"))
                .isEqualTo(403);
        assertThat(command(session, "Origin", own, "Sec-Fetch-Site", "same-origin")).isEqualTo(403);
        assertThat(backend.seen).isEmpty();
        assertThat(command(session, "X-Linli-Console", "1", "Origin", own, "Sec-Fetch-Site", "same-origin"))
                .isEqualTo(200);
        assertThat(gateway.post("/desk/sign-out", "", "Cookie", session).statusCode()).isEqualTo(403);
    }

    @Test
    void a_token_about_to_end_is_renewed_once_for_all_who_ask_together() {
        issuer.lasts = 1;
        String session = signedIn();
        issuer.lasts = 300;
        List<CompletableFuture<HttpResponse<String>>> together = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> gateway.get("/api/company/things", "Cookie", session)))
                .toList();
        List<HttpResponse<String>> answers =
                together.stream().map(CompletableFuture::join).toList();
        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(issuer.forms.stream().filter(form -> form.contains("refresh_token")))
                .hasSize(1);
        String renewed = cookies(answers.getFirst());
        assertThat(renewed).isNotEqualTo(session);
        assertThat(gateway.get("/api/company/things", "Cookie", renewed).statusCode())
                .isEqualTo(200);
        assertThat(issuer.forms).hasSize(2);
    }

    @Test
    void a_session_that_the_provider_has_ended_is_401_and_forgotten() {
        issuer.lasts = 1;
        String session = signedIn();
        issuer.gives = false;
        HttpResponse<String> answer = gateway.get("/api/company/things", "Cookie", session);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).path("type").asString()).endsWith("unauthenticated");
        assertThat(setCookie(answer)).contains("Max-Age=0");
        assertThat(backend.seen).isEmpty();
    }

    @Test
    void what_was_changed_or_sealed_for_something_else_is_no_session() {
        String session = signedIn();
        HttpResponse<String> away = gateway.get("/desk/sign-in");
        String signIn = cookies(away).replaceFirst("linli-sign-in=", "");
        List<String> wrong = new ArrayList<>(List.of(
                session.substring(0, session.length() - 6) + "AAAAAA", SESSION + "=x", SESSION + "=", SESSION + "=" + signIn));
        for (String cookie : wrong) {
            assertThat(gateway.get("/desk/me", "Cookie", cookie).statusCode())
                    .as(cookie)
                    .isEqualTo(401);
        }
    }

    @Test
    void signing_out_revokes_and_forgets_and_leads_to_the_provider() {
        String session = signedIn();
        HttpResponse<String> out =
                gateway.post("/desk/sign-out", "", "Cookie", session, "X-Linli-Console", "1");
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(json(out).path("to").asString())
                .startsWith(issuer.url() + "/connect/logout?id_token_hint=the-id-token");
        assertThat(setCookie(out)).contains("Max-Age=0");
        assertThat(issuer.forms.getLast()).contains("token=refresh-1");
    }

    @Test
    void pages_are_served_under_a_policy_without_exceptions() {
        HttpResponse<String> page = gateway.get("/desk/consolidation?scope=440703006");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("/console/desk.js");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(gateway.get("/desk/me").statusCode()).isEqualTo(401);
    }

    private String signedIn() {
        HttpResponse<String> away = gateway.get("/desk/sign-in");
        return cookies(comeBack(away, parameter(away, "state")));
    }

    private HttpResponse<String> comeBack(HttpResponse<String> away, String state) {
        return gateway.get("/desk/signed-in?code=the-code&state=" + state, "Cookie", cookies(away));
    }

    private int command(String session, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Cookie", session));
        // The client refuses to send Origin as a header of its own unless it is told so.
        HttpRequest.Builder request = gateway.request("/api/company/things", all.toArray(String[]::new));
        return gateway.send(request.POST(HttpRequest.BodyPublishers.ofString("{}"))).statusCode();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String parameter(HttpResponse<String> redirect, String name) {
        String value = UriComponentsBuilder.fromUri(URI.create(location(redirect)))
                .build()
                .getQueryParams()
                .getFirst(name);
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static String setCookie(HttpResponse<String> answer) {
        return String.join("\n", answer.headers().allValues("Set-Cookie"));
    }

    private static String cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .flatMap(text -> HttpCookie.parse(text).stream())
                .filter(cookie -> cookie.getMaxAge() != 0)
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
