package org.linli.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.http.HttpResponse;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is signed in stays so by refresh tokens, each good for one use, until the session ends: then all of it ends. */
class SessionTest extends RunningIdentity {

    @Autowired
    SessionLimit limit;

    @Test
    void leaves_no_session_of_whoever_does_not_sign_in() {
        int before = limit.sessions().getActiveSessions();
        Browser stranger = new Browser(port);

        for (int at = 0; at < 1_000; at++) {
            HttpResponse<String> anything = stranger.open("/anything" + at);
            HttpResponse<String> form = stranger.open("/login");
            assertThat(anything.statusCode()).isEqualTo(302);
            assertThat(form.statusCode()).isEqualTo(200);
            assertNoSession(anything);
            assertNoSession(form);
        }
        assertNoSession(new Browser(port).open("/oauth2/authorize", authorization(REDIRECT)));
        assertNoSession(new Browser(port).open("/login?error"));
        assertNoSession(new Browser(port).signIn("hq", "wrong"));
        assertNoSession(new Browser(port).post("/login", Map.of("username", "hq", "password", "linli-demo")));
        assertNoSession(clientCredentials("hq", "linli-demo"));

        assertThat(limit.sessions().getActiveSessions()).isLessThanOrEqualTo(before);
    }

    @Test
    void keeps_the_session_of_who_has_signed_in_for_a_working_day() {
        Browser browser = new Browser(port);
        browser.signIn("hq", "linli-demo");

        assertThat(limit.sessions().findSessions())
                .isNotEmpty()
                .allSatisfy(
                        session -> assertThat(session.getMaxInactiveInterval()).isEqualTo(12 * 60 * 60));
    }

    @Test
    void goes_back_to_nothing_but_what_was_asked_for_last() {
        Browser browser = new Browser(port);
        String code = codeFor(browser, "hq", REDIRECT);
        Map<String, String> longer = authorization(REDIRECT);
        longer.put("state", "s".repeat(3_000));

        HttpResponse<String> again = browser.signIn("hq", "linli-demo");
        Browser other = new Browser(port);
        HttpResponse<String> tooLong = other.open("/oauth2/authorize", longer);

        assertThat(code).isNotBlank();
        assertThat(again.headers().firstValue("Location").orElse("")).doesNotContain("authorize");
        assertThat(tooLong.statusCode()).isEqualTo(302);
        assertThat(tooLong.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void gives_a_page_a_refresh_token_that_is_good_for_one_use() throws Exception {
        HttpResponse<String> first = signedIn(new Browser(port), "head101");
        HttpResponse<String> second = refreshed(field(first, "refresh_token"));
        HttpResponse<String> third = refreshed(field(second, "refresh_token"));

        assertThat(third.statusCode()).as(third.body()).isEqualTo(200);
        JWTClaimsSet before = verified(accessToken(first));
        JWTClaimsSet after = verified(accessToken(third));
        assertThat(after.getSubject()).isEqualTo("head101");
        assertThat(after.getStringListClaim("roles")).containsExactly("branch-head");
        assertThat(after.getStringClaim("sid")).isEqualTo(before.getStringClaim("sid"));
        assertThat(verified(field(third, "id_token")).getStringClaim("sid")).isEqualTo(before.getStringClaim("sid"));
        assertThat(field(third, "refresh_token"))
                .isNotEqualTo(field(first, "refresh_token"))
                .isNotEqualTo(field(second, "refresh_token"));
    }

    @Test
    void ends_the_session_whose_refresh_token_is_used_a_second_time() throws Exception {
        HttpResponse<String> first = signedIn(new Browser(port), "clerk101");
        HttpResponse<String> second = refreshed(field(first, "refresh_token"));

        assertRefused(refreshed(field(first, "refresh_token")));

        assertRefused(refreshed(field(second, "refresh_token")));
        assertTold(session(first));
    }

    @Test
    void ends_with_the_session_in_the_browser_and_says_so() throws Exception {
        Browser browser = new Browser(port);
        HttpResponse<String> page = signedIn(browser, "hq");
        HttpResponse<String> other = signedIn(new Browser(port), "hq");

        HttpResponse<String> left = browser.open("/connect/logout", leaving(page));

        assertThat(left.headers().firstValue("Location").orElse("")).startsWith(REDIRECT);
        assertRefused(refreshed(field(page, "refresh_token")));
        assertTold(session(page));
        JWTClaimsSet logout = verified(TOLD.last());
        assertThat(logout.getSubject()).isEqualTo("hq");
        assertThat(logout.getAudience()).containsExactly("linli-console");
        assertThat(logout.getIssuer()).isEqualTo("http://127.0.0.1:8090");
        assertThat(logout.getJWTID()).isNotBlank();
        assertThat(logout.getClaim("events").toString()).contains("backchannel-logout");
        assertThat(refreshed(field(other, "refresh_token")).statusCode()).isEqualTo(200);
        assertThat(browser.open("/oauth2/authorize", authorization(REDIRECT))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login");
    }

    @Test
    void ends_for_who_leaves_without_the_browsers_cookie_too() throws Exception {
        HttpResponse<String> page = signedIn(new Browser(port), "city");

        new Browser(port).open("/connect/logout", leaving(page));

        assertRefused(refreshed(field(page, "refresh_token")));
        assertTold(session(page));
    }

    @Test
    void ends_when_either_of_its_tokens_is_revoked() throws Exception {
        for (String token : new String[] {"refresh_token", "access_token"}) {
            HttpResponse<String> page = signedIn(new Browser(port), "auditor");

            HttpResponse<String> revoked = new Browser(port)
                    .post("/oauth2/revoke", Map.of("token", field(page, token), "client_id", "linli-console"));

            assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(200);
            assertRefused(refreshed(field(page, "refresh_token")));
            assertTold(session(page));
        }
    }

    @Test
    void a_machine_revokes_its_own_token_and_nobody_elses() throws Exception {
        String token = accessToken(clientCredentials("runner-hq", "linli-demo"));
        String kept = accessToken(clientCredentials("runner-hq", "linli-demo"));

        HttpResponse<String> others = revoke("runner-head", token);
        HttpResponse<String> own = revoke("runner-hq", token);

        assertThat(others.statusCode()).isBetween(400, 401);
        assertThat(own.statusCode()).isEqualTo(200);
        assertTold(verified(token).getStringClaim("sid"));
        assertThat(TOLD.claims())
                .extracting(told -> told.getClaim("sid"))
                .doesNotContain(verified(kept).getStringClaim("sid"));
        assertThat(revoke("runner-hq", "nonsense").statusCode()).isEqualTo(200);
    }

    @Test
    void refreshes_nothing_for_a_client_with_a_secret_that_shows_none() throws Exception {
        HttpResponse<String> answer = new Browser(port)
                .post("/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", "x", "client_id", "hq"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> signedIn(Browser browser, String person) {
        HttpResponse<String> answer =
                browser.post("/oauth2/token", exchange(codeFor(browser, person, REDIRECT), VERIFIER, REDIRECT));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private HttpResponse<String> refreshed(String token) {
        return new Browser(port)
                .post(
                        "/oauth2/token",
                        Map.of("grant_type", "refresh_token", "refresh_token", token, "client_id", "linli-console"));
    }

    private HttpResponse<String> revoke(String client, String token) {
        return new Browser(port)
                .post("/oauth2/revoke", Map.of("token", token), "Authorization", basic(client, "linli-demo"));
    }

    private static Map<String, String> leaving(HttpResponse<String> page) throws Exception {
        return Map.of("id_token_hint", field(page, "id_token"), "post_logout_redirect_uri", REDIRECT);
    }

    private String session(HttpResponse<String> page) throws Exception {
        return verified(accessToken(page)).getStringClaim("sid");
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_grant");
    }

    private static void assertNoSession(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("LINLI_IDENTITY_"));
    }

    private static void assertTold(String session) {
        assertThat(TOLD.claims()).extracting(told -> told.getClaim("sid")).contains(session);
    }
}
