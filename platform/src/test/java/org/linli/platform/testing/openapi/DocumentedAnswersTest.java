package org.linli.platform.testing.openapi;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A document that lies is seen to be found out, lie by lie. */
class DocumentedAnswersTest {

    private static final String JSON = "application/json";

    private final DocumentedAnswers documented = DocumentedAnswers.of("""
            {"paths": {
              "/api/notes": {"post": {"responses": {
                "201": {"headers": {"Location": {}}, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}},
                "422": {"$ref": "#/components/responses/Invalid"}}}},
              "/api/notes/{id}": {
                "get": {"responses": {
                  "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}},
                  "default": {"$ref": "#/components/responses/Invalid"}}},
                "delete": {"responses": {"204": {}}}},
              "/api/notes/export": {"get": {"responses": {
                "200": {"content": {"text/csv;charset=UTF-8": {"schema": {"type": "string"}}}}}}}},
             "components": {
              "responses": {"Invalid": {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
                 "headers": {"Retry-After": {"schema": {"type": "integer"}}}}},
              "schemas": {
                "Problem": {"type": "object", "required": ["type", "status"], "properties": {
                  "type": {"type": "string"}, "status": {"type": "integer"}}},
                "Colour": {"type": "string", "enum": ["RED"]},
                "Note": {"type": "object", "required": ["text"], "properties": {
                  "text": {"type": "string"},
                  "amount": {"type": "string", "pattern": "^-?[0-9]+\\\\.[0-9]{2}$"},
                  "day": {"type": "string", "format": "date"},
                  "at": {"type": ["string", "null"], "format": "date-time"},
                  "key": {"type": "string", "format": "uuid"},
                  "place": {"type": "string", "format": "uri"},
                  "count": {"type": "integer"},
                  "colour": {"anyOf": [{"$ref": "#/components/schemas/Colour"}, {"type": "null"}]},
                  "tags": {"type": "array", "items": {"type": "string"}}}}}}}
            """.getBytes(StandardCharsets.UTF_8));

    @Test
    void another_status_than_the_documented_ones_is_named() {
        assertThat(made(HttpStatus.OK, "{\"text\": \"a\"}"))
                .containsExactly("POST /api/notes answers 200, documented are [201, 422]");
    }

    @Test
    void a_header_promised_and_not_sent_and_one_sent_and_not_told_of_are_named() {
        assertThat(made(HttpStatus.CREATED, "{\"text\": \"a\"}", HttpHeaders.ETAG))
                .containsExactly("POST /api/notes 201 promises Location", "POST /api/notes 201 does not tell of ETag");
    }

    @Test
    void what_is_answered_as_documented_is_right() {
        assertThat(made(HttpStatus.CREATED, "{\"text\": \"a\"}", HttpHeaders.LOCATION))
                .isEmpty();
        assertThat(read("""
                {"text": "a", "amount": "-1.20", "day": "2026-03-31", "at": null, "colour": null, "count": 3, "tags": ["a"],
                 "key": "0198c0de-0000-7000-8000-000000000001", "place": "https://linli.org/a"}
                """)).isEmpty();
        assertThat(read("{\"text\": \"a\", \"at\": \"2026-03-31T08:30:00.123456Z\", \"colour\": \"RED\"}"))
                .isEmpty();
    }

    @Test
    void each_value_that_the_schema_does_not_allow_is_named() {
        assertThat(read("{}")).containsExactly("GET /api/notes/{id} 200  required property 'text' not found");
        for (String lie : List.of(
                "\"text\": null",
                "\"text\": 1",
                "\"text\": \"a\", \"amount\": \"1.2\"",
                "\"text\": \"a\", \"day\": \"31.3.2026\"",
                "\"text\": \"a\", \"day\": null",
                "\"text\": \"a\", \"at\": \"2026-03-31\"",
                "\"text\": \"a\", \"key\": \"7\"",
                "\"text\": \"a\", \"place\": \"not a place\"",
                "\"text\": \"a\", \"count\": \"3\"",
                "\"text\": \"a\", \"count\": 3.5",
                "\"text\": \"a\", \"colour\": \"GREEN\"",
                "\"text\": \"a\", \"tags\": [null]",
                "\"text\": \"a\", \"tags\": \"a\"",
                "\"text\": \"a\", \"unheard\": \"of\"")) {
            assertThat(read("{" + lie + "}")).as(lie).isNotEmpty();
        }
    }

    @Test
    void another_content_type_a_missing_body_and_a_surplus_one_are_named() {
        assertThat(faults("GET", "/api/notes/export", HttpStatus.OK, "text/csv;charset=UTF-8", "a,b"))
                .isEmpty();
        assertThat(faults("GET", "/api/notes/export", HttpStatus.OK, JSON, "[]"))
                .containsExactly(
                        "GET /api/notes/export 200 comes as application/json, documented are [text/csv;charset=UTF-8]");
        assertThat(faults("GET", "/api/notes/7", HttpStatus.OK, JSON, ""))
                .containsExactly("GET /api/notes/{id} 200 is empty");
        assertThat(faults("HEAD", "/api/notes/7", HttpStatus.OK, JSON, "")).isEmpty();
        assertThat(faults("DELETE", "/api/notes/7", HttpStatus.NO_CONTENT, JSON, ""))
                .isEmpty();
        assertThat(faults("DELETE", "/api/notes/7", HttpStatus.NO_CONTENT, JSON, "{}"))
                .hasSize(1);
    }

    @Test
    void an_error_is_a_problem_wherever_it_comes_from() {
        String problem = "application/problem+json";
        assertThat(faults(
                        "GET",
                        "/api/notes/7",
                        HttpStatus.NOT_FOUND,
                        problem,
                        "{\"type\": \"a\", \"status\": 404, \"free\": []}"))
                .isEmpty();
        assertThat(faults("GET", "/api/notes/7", HttpStatus.NOT_FOUND, problem, "{\"type\": \"a\"}"))
                .hasSize(1);
        assertThat(faults("GET", "/api/notes/7", HttpStatus.NOT_FOUND, "text/html", "<p>"))
                .hasSize(1);
        assertThat(faults("PATCH", "/api/notes/7", HttpStatus.METHOD_NOT_ALLOWED, JSON, "{}"))
                .hasSize(1);
        assertThat(faults(
                        "GET", "/api/nowhere", HttpStatus.NOT_FOUND, problem, "{\"type\": \"a\", \"status\": \"404\"}"))
                .hasSize(1);
    }

    private List<String> read(String body) {
        return faults("GET", "/api/notes/7", HttpStatus.OK, JSON, body);
    }

    private List<String> made(HttpStatus status, String body, String... headers) {
        HttpHeaders answered = new HttpHeaders();
        List.of(headers).forEach(header -> answered.add(header, "x"));
        answered.set(HttpHeaders.CONTENT_TYPE, JSON);
        return documented.faultsOf("POST /api/notes", status, answered, body.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> faults(String method, String path, HttpStatus status, String type, String body) {
        HttpHeaders answered = new HttpHeaders();
        answered.set(HttpHeaders.CONTENT_TYPE, type);
        return documented.faults(method, path, status, answered, body.getBytes(StandardCharsets.UTF_8));
    }
}
