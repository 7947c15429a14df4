package org.linli.local.flood;

import org.junit.jupiter.api.Test;
import org.linli.testing.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class FloodTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode DOCUMENT = JSON.readTree("""
            {"paths": {"/api/company/entries/batch": {"post": {
               "security": [{"token": []}],
               "parameters": [{"name": "Idempotency-Key", "in": "header", "schema": {"type": "string"}}],
               "requestBody": {"content": {"application/json": {
                 "example": {"note": "三月", "tags": ["甲"], "entries": [{"entryNo": "E-1", "amount": "1.00"}]},
                 "schema": {"properties": {
                   "note": {"type": "string", "maxLength": 40},
                   "tags": {"type": "array", "maxItems": 3, "items": {"type": "string", "maxLength": 10}},
                   "entries": {"type": "array", "items": {"type": "object"}}}}}}},
               "responses": {"403": {"description": "For other roles than branch-clerk, branch-head. Not for you"}}}},
             "/api/company/consolidation/{scope}/branches": {"get": {
               "parameters": [{"name": "scope", "in": "path", "schema": {"type": "string"}},
                 {"name": "from", "in": "query", "schema": {"type": "string"}},
                 {"name": "cursor", "in": "query", "schema": {"type": "string"}},
                 {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 5000}}]}}}}
            """);

    private static Operation operation(String path) {
        return Operation.of(DOCUMENT).stream()
                .filter(operation -> operation.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static HeaviestRequest heaviest(String path, int bytes) {
        return HeaviestRequest.of(DOCUMENT, operation(path), KnownIds.none(), bytes);
    }

    @Test
    void lists_and_texts_are_as_long_as_the_document_allows_and_what_it_does_not_bound_fills_the_bytes() {
        String text =
                String.valueOf(heaviest("/api/company/entries/batch", 60_000).body());
        JsonNode body = JSON.readTree(text.replace(HeaviestRequest.EACH, "-x-"));
        assertThat(body.path("note").asString()).hasSize(40);
        assertThat(body.path("tags").size()).isEqualTo(3);
        assertThat(body.path("tags").path(0).asString()).hasSize(10);
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(40_000, 80_000);
        assertThat(body.path("entries").path(0).path("amount").asString()).isEqualTo("1.00");
        assertThat(body.path("entries")
                        .valueStream()
                        .map(entry -> entry.path("entryNo").asString()))
                .as("each entry another")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_list_is_asked_for_the_widest_scope_and_the_largest_page() {
        assertThat(heaviest("/api/company/consolidation/{scope}/branches", 0).path())
                .isEqualTo("/api/company/consolidation/440703006/branches?from=2025-01&limit=5000");
    }

    @Test
    void the_caller_is_who_the_document_lets_in_and_anybody_where_it_asks_for_no_token() {
        assertThat(Callers.of(operation("/api/company/entries/batch"))).containsExactly("runner-head", "runner-clerk");
        assertThat(Callers.heaviest(operation("/api/company/consolidation/{scope}/branches")))
                .isEmpty();
    }

    @Test
    void used_memory_is_read_from_what_the_jvm_says() {
        assertThat(Heap.megabytes("""
                        4711:
                        DefNew     total 14784K, used 1024K [0x0,0x1,0x2)
                          eden space 13184K,  12% used [0x0,0x1,0x2)
                        Tenured    total 32768K, used 20480K [0x0,0x1,0x2)
                           the  space 32768K,  62% used [0x0,0x1,0x2)
                        Metaspace  used 4K, committed 5K
                        """)).isEqualTo(21);
    }

    @Test
    void what_no_caller_may_cause_is_a_finding() {
        assertThat(result(Map.of("200", 9, "503", 90, "429", 3), 400, 100, 120, List.of())
                        .findings())
                .isEmpty();
        assertThat(result(Map.of("500", 1, "503 bare", 1, "504", 2), 1_000, 100, 200, List.of())
                        .findings())
                .containsExactly("others' p99 1000 ms", "answered 500, 503 bare, 504", "heap grew by 100 MiB");
        assertThat(result(Map.of("lost", 64), 10, 100, 60, List.of("partner-service"))
                        .findings())
                .containsExactly("partner-service ENDED");
    }

    private static RouteResult result(
            Map<String, Integer> statuses, long p99, long before, long after, List<String> ended) {
        return new RouteResult(
                "GET /x", "hq", 0, new Flood.Outcome(statuses, new Latencies()), p99, 0, before, after, ended);
    }

    @Test
    void percentiles_are_those_of_the_calls_made() {
        Latencies latencies = new Latencies();
        assertThat(latencies.percentile(0.99)).isZero();
        for (int i = 1; i <= 200; i++) {
            latencies.add(i * 1_000_000L);
        }
        assertThat(latencies.percentile(0.5)).isEqualTo(100);
        assertThat(latencies.percentile(0.99)).isEqualTo(198);
    }
}
