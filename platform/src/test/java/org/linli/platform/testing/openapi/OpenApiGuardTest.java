package org.linli.platform.testing.openapi;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The guard is seen to find each gap. */
class OpenApiGuardTest {

    @Test
    void every_gap_is_named() {
        assertThat(faults("""
                {"paths": {"/a": {"post": {"summary": "Add", "security": [{"token": []}],
                  "requestBody": {"content": {"application/json": {"schema": {}}}},
                  "responses": {"200": {"content": {"application/json": {"schema": {}}}}, "404": {}}}}}}
                """))
                .containsExactlyInAnyOrder(
                        "POST /a: no Chinese summary",
                        "POST /a request: no example",
                        "POST /a 200: no example",
                        "POST /a 200: no RateLimit header",
                        "POST /a 404: no example of a problem",
                        "POST /a 404: does not lead to docs/api/problems.md",
                        "POST /a: no 429",
                        "POST /a: no default",
                        "POST /a: no 401",
                        "POST /a: no 403",
                        "POST /a: no 422");
    }

    @Test
    void nothing_is_missing_where_all_is_said() {
        assertThat(faults("""
                {"paths": {"/a": {"get": {"summary": "Read 查看", "responses": {
                    "200": {"content": {"application/json": {"example": {"a": 1}}}, "headers": {"RateLimit": {}}},
                    "429": {"$ref": "#/components/responses/P"}, "default": {"$ref": "#/components/responses/P"}}}}},
                 "components": {"responses": {"P": {"description": "docs/api/problems.md",
                    "content": {"application/problem+json": {"example": {}}}}}}}
                """)).isEmpty();
    }

    @Test
    void an_example_that_its_own_schema_refuses_is_named() {
        assertThat(DocumentedRequests.faultsOfExamples(JsonMapper.shared().readTree("""
                {"paths": {"/a": {"post": {"requestBody": {"content": {"application/json": {
                    "schema": {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]},
                    "example": {"name": 1}, "examples": {"right": {"value": {"name": "x"}}, "wrong": {"value": {"x": 1}}}}}}},
                  "put": {"requestBody": {"content": {"application/json": {
                    "schema": {"type": "object"}, "example": {}}}}}}}}
                """)))
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault).startsWith("POST /a takes "));
    }

    private static java.util.List<String> faults(String document) {
        return OpenApiGuard.faults(JsonMapper.shared().readTree(document));
    }
}
