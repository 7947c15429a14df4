package org.linli.platform.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class RecordPropertiesTest {

    enum Colour {
        RED
    }

    record Inner(String inside, @Nullable String within) {}

    record Whole(
            String always,
            @Nullable String perhaps,
            @Nullable String demanded,
            @Nullable Colour colour,
            List<@Nullable String> gaps,
            Map<String, @Nullable String> values,
            @JsonUnwrapped Inner inner) {}

    @Test
    void what_is_never_null_is_always_there_and_so_is_what_a_constraint_demands() {
        assertThat(told(true).path("required").valueStream().map(JsonNode::asString))
                .containsExactly("always", "demanded", "gaps", "inside", "values");
    }

    @Test
    void what_may_be_null_says_so_a_named_schema_and_an_enumeration_too() {
        JsonNode parts = told(true).path("properties");
        assertThat(parts.path("always").path("type").asString()).isEqualTo("string");
        assertThat(parts.path("demanded").path("type").asString()).isEqualTo("string");
        assertThat(parts.path("perhaps").path("type").toString()).isEqualTo("[\"string\",\"null\"]");
        assertThat(parts.path("perhaps").path("enum").toString()).isEqualTo("[\"a\",null]");
        assertThat(parts.path("colour")).isEqualTo(JsonMapper.shared().readTree("""
                {"anyOf": [{"$ref": "#/components/schemas/Colour"}, {"type": "null"}], "description": "of it"}"""));
    }

    @Test
    void lists_and_maps_hold_null_where_their_types_say_so_except_in_requests() {
        assertThat(told(true).at("/properties/gaps/items/type").toString()).isEqualTo("[\"string\",\"null\"]");
        assertThat(told(true).at("/properties/values/additionalProperties/type").toString())
                .isEqualTo("[\"string\",\"null\"]");
        assertThat(told(false).at("/properties/gaps/items/type").asString()).isEqualTo("string");
    }

    private static JsonNode told(boolean gaps) {
        Schema<?> schema = described();
        RecordProperties.tell(schema, Whole.class, gaps);
        return JsonMapper.shared().readTree(Json31.pretty(schema));
    }

    private static Schema<?> described() {
        Schema<String> perhaps = text();
        perhaps.setEnum(List.of("a"));
        Schema<?> whole = new Schema<>();
        whole.addType("object");
        whole.addProperty("always", text());
        whole.addProperty("perhaps", perhaps);
        whole.addProperty("demanded", text());
        whole.addProperty(
                "colour", new Schema<>().$ref("#/components/schemas/Colour").description("of it"));
        Schema<?> list = new Schema<>();
        list.addType("array");
        whole.addProperty("gaps", list.items(text()));
        Schema<?> map = new Schema<>();
        map.addType("object");
        map.setAdditionalProperties(text());
        whole.addProperty("values", map);
        whole.addProperty("inside", text());
        whole.setRequired(List.of("demanded"));
        return whole;
    }

    private static Schema<String> text() {
        Schema<String> text = new Schema<>();
        text.addType("string");
        return text;
    }
}
