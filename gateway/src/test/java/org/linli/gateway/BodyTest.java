package org.linli.gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who sends or reads slowly costs itself an answer, and no part a connection or a trial call. */
class BodyTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    static Issuer issuer;
    static StubBackend partner;
    static StubBackend fund;
    static Gateway gateway;
    static String bearer;

    @BeforeAll
    static void start() {
        issuer = new Issuer();
        partner = new StubBackend("partner");
        fund = new StubBackend("fund");
        gateway = new Gateway(
                issuer,
                partner,
                partner,
                fund,
                "linli.gateway.body.step=500ms",
                "linli.gateway.body.files=2",
                "linli.gateway.body.reading=500ms",
                "linli.gateway.pool.connections=2",
                "linli.gateway.breaker.calls=6",
                "linli.gateway.breaker.pause=1s");
        bearer = "Bearer " + issuer.token("hq");
    }

    @BeforeEach
    void forget() {
        partner.seen.clear();
        fund.seen.clear();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        partner.close();
        fund.close();
        issuer.close();
    }

    @Test
    void a_body_that_never_comes_reaches_no_part_and_ends_with_408() throws IOException {
        List<Socket> slow = slow(20, "POST /api/fund/fundings", 400);

        assertThat(get("/api/fund/policies")).isEqualTo(200);
        assertThat(fund.seen).hasSize(1);
        for (Socket socket : slow) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("body-too-slow");
        }
        assertThat(fund.seen).hasSize(1);
    }

    @Test
    void a_large_body_that_never_comes_reaches_no_part_either() throws IOException {
        List<Socket> slow = slow(2, "POST /api/fund/entries/import", 1_000_000);
        for (Socket socket : slow) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 408");
        }
        assertThat(fund.seen).isEmpty();
        HttpResponse<String> whole =
                gateway.post("/api/fund/entries/import", "x".repeat(1_000_000), "Authorization", bearer);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(fund.seen.getFirst().bodyBytes()).isEqualTo(1_000_000);
    }

    @Test
    void slow_bodies_take_no_trial_call_of_a_breaker_that_asks_again() throws IOException {
        fund.stop();
        await().atMost(LIMIT).until(() -> post("/api/fund/fundings") == 503);
        for (int i = 0; i < 6; i++) {
            assertThat(post("/api/fund/fundings")).isEqualTo(503);
        }
        fund.startAgain();
        List<Socket> slow = new ArrayList<>(slow(20, "POST /api/fund/fundings", 400));

        await().atMost(LIMIT).until(() -> post("/api/fund/fundings") == 200);
        for (int i = 0; i < 10; i++) {
            assertThat(post("/api/fund/fundings")).isEqualTo(200);
        }
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void an_upload_that_breaks_off_counts_against_nobody() throws IOException {
        for (int i = 0; i < 12; i++) {
            try (Socket socket = slow(1, "PATCH /api/partner/uploads/1", 1000).getFirst()) {
                socket.getOutputStream().write(new byte[100]);
                socket.getOutputStream().flush();
            }
        }
        await().atMost(LIMIT).until(() -> get("/api/partner/rooms") == 200);
        assertThat(get("/api/partner/rooms")).isEqualTo(200);
    }

    @Test
    void an_upload_is_passed_on_as_it_comes() {
        byte[] piece = new byte[1_500_000];
        HttpResponse<String> answer = gateway.send(gateway.request("/api/partner/uploads/1", "Authorization", bearer)
                .method("PATCH", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(piece))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(partner.seen.getFirst().bodyBytes()).isEqualTo(piece.length);
    }

    @Test
    void anonymous_callers_may_send_less_than_known_ones() {
        String survey = "x".repeat(130 * 1024);
        assertThat(gateway.post("/api/partner/public/surveys/1/answers", survey).statusCode())
                .isEqualTo(413);
        assertThat(gateway.post("/api/partner/surveys", survey, "Authorization", bearer)
                        .statusCode())
                .isEqualTo(200);
        assertThat(gateway.post("/api/partner/surveys", "x".repeat(1024 * 1024 + 1), "Authorization", bearer)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void what_the_gateway_reads_itself_is_bounded_too_whether_its_length_is_told_or_not() {
        for (int size : List.of(128 * 1024 + 1, 140_000, 300_000)) {
            byte[] form = ("logout_token=" + "x".repeat(size - 13)).getBytes(StandardCharsets.US_ASCII);
            assertThat(logout(BodyPublishers.ofByteArray(form)).statusCode()).isEqualTo(413);
            HttpResponse<String> chunked = logout(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)));
            assertThat(chunked.statusCode()).isEqualTo(413);
            assertThat(chunked.body()).contains("body-too-large", "131072");
        }
        assertThat(logout(BodyPublishers.ofString("logout_token=" + "x".repeat(127 * 1024)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_form_that_cannot_be_read_is_no_logout_token() {
        assertThat(logout(HttpRequest.BodyPublishers.ofString("logout_token=%zz%"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(gateway.send(gateway.request("/backchannel-logout", "Content-Type", ";;;")
                                .POST(HttpRequest.BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(415);
    }

    private HttpResponse<String> logout(HttpRequest.BodyPublisher form) {
        return gateway.send(gateway.request("/backchannel-logout", "Content-Type", "application/x-www-form-urlencoded")
                .POST(form));
    }

    @Test
    void a_reader_that_takes_nothing_is_let_go_and_the_part_with_it() throws IOException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("127.0.0.1", gateway.port));
            socket.getOutputStream().write(head("GET /api/fund/endless", 0).getBytes(StandardCharsets.US_ASCII));
            await().atMost(LIMIT).until(() -> fund.endless.get() == 1);
            await().atMost(LIMIT).until(() -> fund.endless.get() == 0);
        }
        assertThat(get("/api/fund/policies")).isEqualTo(200);
    }

    private List<Socket> slow(int count, String route, int announced) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket("127.0.0.1", gateway.port);
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head(route, announced).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            sockets.add(socket);
        }
        return sockets;
    }

    private String head(String route, int announced) {
        return route + " HTTP/1.1\r\nHost: a\r\nAuthorization: " + bearer
                + "\r\nContent-Type: application/json\r\nContent-Length: " + announced + "\r\n\r\n";
    }

    private static String answer(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int get(String path) {
        return gateway.get(path, "Authorization", bearer).statusCode();
    }

    private int post(String path) {
        return gateway.post(path, "{}", "Authorization", bearer).statusCode();
    }
}
