package org.linli.partner.webhook;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.partner.webhook.DueDeliveries.Due;
import org.linli.platform.problem.FieldError;
import org.springframework.http.HttpHeaders;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import static org.assertj.core.api.Assertions.assertThat;

class TargetsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2002:c0a8:101::",
                "2001::1",
                "2001:db8::1",
                "::7f00:1",
                "4000::1"
            })
    void an_inner_address_is_known_in_every_form(String address) throws UnknownHostException {
        assertThat(InnerAddresses.contains(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.17.0.1",
                "223.255.255.255",
                "2400:3200::1",
                "2606:4700::1111",
                "64:ff9b::101:101",
                "2002:101:101::"
            })
    void a_public_address_is_none(String address) throws UnknownHostException {
        assertThat(InnerAddresses.contains(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void a_target_is_https_and_public_and_hides_nothing() {
        Targets targets = new Targets(false, host -> addresses("1.1.1.1"));
        assertThat(mistake(targets, "https://partner.example.com/linli?x=1")).isEmpty();
        assertThat(mistake(targets, "https://partner.example.com:8443")).isEmpty();
        for (String wrong : new String[] {
            null,
            "",
            "x",
            "http://partner.example.com",
            "ftp://a.example.com",
            "https://",
            "https:///x",
            "https://user:pw@a.example.com",
            "https://a.example.com/#x",
            "https://a.example.com:0",
            "https://a.example.com:70000",
            "https://a.example.com/" + "x".repeat(500),
            "//a.example.com",
            "file:///etc/passwd",
            "https://a b"
        }) {
            assertThat(mistake(targets, wrong)).as(String.valueOf(wrong)).isPresent();
        }
    }

    /** Source of the forms: RFC 3986 (2.5) and RFC 3490. */
    @Test
    void a_target_in_chinese_is_sent_in_ascii() throws Exception {
        Targets targets = new Targets(false, host -> addresses("1.1.1.1"));
        String typed = "https://例子.测试:8443/通知/é𠮷?名=值&a=%E5%80%BC%20b";
        assertThat(mistake(targets, typed)).isEmpty();
        assertThat(targets.checked(typed).toString())
                .isEqualTo("https://xn--fsqu00a.xn--0zwm56d:8443/%E9%80%9A%E7%9F%A5/%C3%A9%F0%A0%AE%B7"
                        + "?%E5%90%8D=%E5%80%BC&a=%E5%80%BC%20b");
        assertThat(targets.checked("https://a.example.com/linli?x=1").toString())
                .isEqualTo("https://a.example.com/linli?x=1");
        for (String wrong : new String[] {
            "https://a.example.com/通\u3000知", "https://a.example.com/通\u202E知", "https://用户@例子.测试/", "https://例_子.测试/"
        }) {
            assertThat(mistake(targets, wrong)).as(wrong).isPresent();
        }
        Targets inner = new Targets(false, InetAddress::getAllByName);
        assertThat(mistake(inner, "https://１２７.０.０.１/")).isPresent();
    }

    @Test
    void a_receiver_is_called_by_the_encoded_address_and_heard_when_it_asks_to_wait() throws IOException {
        AtomicReference<String> called = new AtomicReference<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            called.set(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().set("Retry-After", "600");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        receiver.start();
        try {
            Instant before = Instant.now();
            DeliveryAttempt attempted = send(
                    new Targets(true, InetAddress::getAllByName),
                    "http://127.0.0.1:" + receiver.getAddress().getPort() + "/通知?名=值");
            assertThat(attempted.status()).isEqualTo(503);
            assertThat(called).hasValue("/%E9%80%9A%E7%9F%A5?%E5%90%8D=%E5%80%BC");
            assertThat(attempted.notBefore())
                    .isBetween(before.plusSeconds(600), Instant.now().plusSeconds(600));
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void a_name_with_one_inner_address_among_others_leads_nowhere() {
        Targets mixed = new Targets(false, host -> addresses("1.1.1.1", "10.0.0.1"));
        assertThat(mistake(mixed, "https://a.example.com").orElseThrow().reason())
                .contains("inner");
        Targets real = new Targets(false, InetAddress::getAllByName);
        for (String literal : new String[] {
            "https://127.0.0.1", "https://[::1]/", "https://2130706433", "https://127.1", "https://[::ffff:10.0.0.1]"
        }) {
            assertThat(mistake(real, literal)).as(literal).isPresent();
        }
    }

    /** A name that was public when it was added leads inside when it is sent to. */
    @Test
    void looks_again_at_each_sending_and_connects_to_nothing_inner() throws IOException {
        AtomicInteger lookups = new AtomicInteger();
        Targets rebound =
                new Targets(false, host -> addresses(lookups.getAndIncrement() == 0 ? "1.1.1.1" : "127.0.0.1"));
        AtomicInteger seen = new AtomicInteger();
        HttpServer inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/", exchange -> seen.incrementAndGet());
        inside.start();
        try {
            String url = "https://a.example.com:" + inside.getAddress().getPort() + "/";
            assertThat(mistake(rebound, url)).isEmpty();
            assertThat(send(rebound, url).outcome()).isEqualTo("the target leads to an inner address");
            assertThat(lookups).hasValueGreaterThan(1);
            String literal = "https://127.0.0.1:" + inside.getAddress().getPort() + "/";
            assertThat(send(rebound, literal).outcome()).isEqualTo("the target leads to an inner address");
            assertThat(seen).hasValue(0);
        } finally {
            inside.stop(0);
        }
    }

    @Test
    void waits_longer_after_each_failure_and_ends_after_the_last_wait() {
        List<Duration> waits = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5));
        Instant now = Instant.EPOCH;
        assertThat(SendWebhooks.next(1, now, waits, null)).isEqualTo(now.plusSeconds(5));
        assertThat(SendWebhooks.next(2, now, waits, null)).isEqualTo(now.plusSeconds(300));
        assertThat(SendWebhooks.next(3, now, waits, null)).isNull();
    }

    @Test
    void comes_again_when_the_receiver_asks_but_neither_earlier_nor_after_the_end_of_the_schedule() {
        List<Duration> waits = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(10));
        Instant now = Instant.EPOCH;
        assertThat(SendWebhooks.next(1, now, waits, now.plusSeconds(2))).isEqualTo(now.plusSeconds(5));
        assertThat(SendWebhooks.next(1, now, waits, now.plusSeconds(60))).isEqualTo(now.plusSeconds(60));
        assertThat(SendWebhooks.next(1, now, waits, now.plusSeconds(9_000))).isEqualTo(now.plusSeconds(905));
        assertThat(SendWebhooks.next(3, now, waits, now.plusSeconds(9_000))).isEqualTo(now.plusSeconds(600));
        assertThat(SendWebhooks.next(4, now, waits, now.plusSeconds(60))).isNull();
    }

    @Test
    void reads_when_to_come_again_in_seconds_and_as_a_date() {
        Instant now = Instant.parse("2026-11-28T12:00:00Z");
        assertThat(retryAfter(429, "120", now)).contains(now.plusSeconds(120));
        assertThat(retryAfter(503, "Sat, 28 Nov 2026 12:03:00 GMT", now)).contains(now.plusSeconds(180));
        assertThat(retryAfter(503, "Sat Nov 28 12:03:00 2026", now)).contains(now.plusSeconds(180));
        assertThat(retryAfter(503, "999999999", now)).contains(now.plus(Duration.ofHours(24)));
        assertThat(retryAfter(429, "Mon, 28 Dec 2026 12:00:00 GMT", now)).contains(now.plus(Duration.ofHours(24)));
        for (String none : List.of("-1", "soon", "1.5", "", "9".repeat(30))) {
            assertThat(retryAfter(429, none, now)).as(none).isEmpty();
        }
        assertThat(retryAfter(500, "120", now)).isEmpty();
        assertThat(RetryAfter.of(429, new HttpHeaders(), now)).isEmpty();
    }

    private static Optional<Instant> retryAfter(int status, String value, Instant now) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Retry-After", value);
        return RetryAfter.of(status, headers, now);
    }

    private static DeliveryAttempt send(Targets targets, String url) {
        var settings = new WebhookSettings(
                false, Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(60), List.of());
        var secrets = new Endpoints.Secrets(Secret.fresh(), Optional.empty(), Optional.empty());
        UUID id = UUID.randomUUID();
        return new WebhookClient(targets, settings, Clock.systemUTC())
                .send(new Due(id, id, "{}", 1, id, url, secrets))
                .block(LIMIT);
    }

    private static Optional<FieldError> mistake(Targets targets, String url) {
        return targets.mistake(url).block(LIMIT);
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int at = 0; at < literals.length; at++) {
            addresses[at] = InetAddress.getByName(literals[at]);
        }
        return addresses;
    }
}
