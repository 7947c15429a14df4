package org.linli.platform.bounds;

import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.security.Role;
import org.linli.platform.testing.TestHttp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What a request may hold is counted before any of it is worked on, on the real port. */
@SampleTest
class RequestBoundsTest {

    private static final String UNIT = "440703006101";

    @Autowired
    TestHttp http;

    @Test
    void refuses_a_declared_body_beyond_64_KB_by_naming_the_bound() {
        write("/api/sample/notes", "x".repeat(65_537))
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://linli.org/problems/body-too-large")
                .jsonPath("$.errors[0].expected")
                .isEqualTo("up to 65536 bytes");
    }

    @Test
    void counts_a_body_that_declares_no_length() throws IOException {
        try (Socket socket = new Socket(http.base().getHost(), http.base().getPort())) {
            socket.setSoTimeout(10_000);
            String head =
                    "POST /api/sample/notes HTTP/1.1\r\nHost: a\r\nConnection: close\r\nIdempotency-Key: chunked-1\r\n"
                            + "Authorization: Bearer "
                            + org.linli.platform.testing.TestTokens.token(Role.BRANCH_CLERK, UNIT)
                            + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
            String chunk = Integer.toHexString(40_000) + "\r\n" + " ".repeat(40_000) + "\r\n";
            socket.getOutputStream().write((head + chunk + chunk + "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(socket)).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void a_route_takes_as_much_as_it_declares() {
        write("/api/sample/notes/batch", batch(700)).expectStatus().isOk();
    }

    @Test
    void a_list_ends_at_the_first_item_too_many_whatever_its_items_are() {
        String empties = "{},".repeat(1000) + "[[[\"no note at all\"]]]";

        write("/api/sample/notes/batch", "{\"notes\":[" + empties + "]}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo("notes")
                .jsonPath("$.errors[0].expected")
                .isEqualTo("at most 1000 items");
    }

    @Test
    void names_twenty_fields_at_fault_and_counts_the_others() {
        write("/api/sample/notes/batch", "{\"notes\":[" + "{},".repeat(999) + "{}]}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(20)
                .jsonPath("$.moreErrors")
                .isEqualTo(2980);
    }

    @Test
    void refuses_text_longer_than_any_field_and_nesting_deeper_than_any_request() {
        write("/api/sample/notes", "{\"unit\":\"" + "9".repeat(10_001) + "\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].expected")
                .isEqualTo("text of up to 10000 characters");
        write("/api/sample/notes", "{\"text\":" + "[".repeat(100) + "]".repeat(100) + "}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void reads_no_form_whatever_the_content_type_says() {
        http.as(Role.BRANCH_CLERK, UNIT)
                .post()
                .uri("/api/sample/notes")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("unit=" + UNIT)
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    private ResponseSpec write(String path, String body) {
        WebTestClient clerk = http.as(Role.BRANCH_CLERK, UNIT);
        return clerk.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static String batch(int notes) {
        return IntStream.range(0, notes)
                .mapToObj(i -> "{\"unit\":\"%s\",\"text\":\"%s\",\"amount\":\"1.00\"}".formatted(UNIT, "x".repeat(100)))
                .collect(Collectors.joining(",", "{\"notes\":[", "]}"));
    }

    private static String answer(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
