package org.linli.local.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.local.gateway.GatewayClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Against a small server that answers as the API is described, so that odd answers can be made at will. */
class BatchSenderTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<RefusedRow> refused = new ArrayList<>();
    private final List<Long> taken = new ArrayList<>();
    private HttpServer server;
    private GatewayClient gateway;
    private int comeLater;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/oauth2/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":60}"));
        server.createContext("/batch", this::batch);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        gateway = new GatewayClient(address, address, Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        gateway.close();
        server.stop(0);
    }

    @Test
    void says_line_column_reason_and_what_would_be_right() {
        send(row(2, "ok"), row(7, "refuse"));
        assertThat(taken).containsExactly(2L);
        assertThat(refused)
                .containsExactly(new RefusedRow(
                        7, "direct_cost", "too large (expected: at most gross); also unit_code: is unknown"));
    }

    @Test
    void a_row_that_spoils_its_batch_is_found_by_halving() {
        send(IntStream.range(0, 9)
                .mapToObj(i -> row(i + 2, i == 5 ? "spoil" : "ok"))
                .toArray(SentRow[]::new));
        assertThat(taken).containsExactly(2L, 3L, 4L, 5L, 6L, 8L, 9L, 10L);
        assertThat(refused).extracting(RefusedRow::line).containsExactly(7L);
        assertThat(refused.get(0).reason()).contains("unreadable");
    }

    @Test
    void comes_again_with_the_same_key_when_told_to_come_later() {
        comeLater = 2;
        send(row(2, "ok"));
        assertThat(taken).containsExactly(2L);
        assertThat(keys).hasSize(3).containsOnly(keys.get(0));
    }

    private static SentRow row(long line, String what) {
        return new SentRow(line, Map.of("entryNo", what));
    }

    private void send(SentRow... rows) {
        new BatchSender(gateway, "clerk", "/batch", "entries", FileColumns.ENTRIES.columnByField(), "run")
                .send(List.of(rows), new BatchSender.Taker() {
                    @Override
                    public void taken(SentRow row, RowOutcome outcome) {
                        taken.add(row.line());
                    }

                    @Override
                    public void refused(RefusedRow row) {
                        refused.add(row);
                    }
                });
    }

    private void batch(HttpExchange exchange) throws IOException {
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        JsonNode entries = JSON.readTree(exchange.getRequestBody()).get("entries");
        if (comeLater-- > 0) {
            answer(exchange, comeLater == 1 ? 429 : 503, "{\"title\":\"later\"}");
        } else if (entries.valueStream().anyMatch(entry -> is(entry, "spoil"))) {
            answer(exchange, 400, "{\"type\":\"https://linli.org/problems/x\",\"title\":\"unreadable\"}");
        } else {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < entries.size(); i++) {
                rows.append(i == 0 ? "" : ",").append(outcome(i, entries.get(i)));
            }
            answer(exchange, 200, "{\"rows\":[" + rows + "]}");
        }
    }

    private static String outcome(int index, JsonNode entry) {
        return is(entry, "refuse")
                ? "{\"index\":" + index + ",\"outcome\":\"REFUSED\",\"errors\":["
                        + "{\"field\":\"directCost\",\"reason\":\"too large\",\"expected\":\"at most gross\"},"
                        + "{\"field\":\"entries[1].unit\",\"reason\":\"is unknown\",\"expected\":null}]}"
                : "{\"index\":" + index + ",\"outcome\":\"ACCEPTED\",\"errors\":[]}";
    }

    private static boolean is(JsonNode entry, String what) {
        return entry.get("entryNo").asString().equals(what);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
