package org.linli.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds an example of a whole answer or request from the examples of its fields. A field that states none gets one of its
 * format, or of its name where many things have such a field.
 */
final class SchemaExamples {

    private static final int DEEPEST = 8;

    private static final Map<String, Object> BY_FORMAT = Map.of(
            "uuid", "019a1c2e-7b40-7d11-9d5e-0c3f5a7b9e21",
            "date", "2026-03-31",
            "date-time", "2026-03-31T08:30:00Z",
            "time", "18:30",
            "uri", "https://partner.example.com/linli",
            "int32", 1,
            "int64", 1);

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("name", "墨香书院"),
            Map.entry("title", "长者书法晚课"),
            Map.entry("summary", "每周二、四晚七点，二十人一班"),
            Map.entry("unitName", "石冲社区分公司"),
            Map.entry("unitClass", "VENUE"),
            Map.entry("partner", "墨香书院"),
            Map.entry("partnerName", "墨香书院"),
            Map.entry("reason", "居民需要"),
            Map.entry("reasons", "居民需要"),
            Map.entry("remark", "请说明价格如何得出"),
            Map.entry("memo", "三月收入"),
            Map.entry("note", "三月收入"),
            Map.entry("purpose", "书法晚课"),
            Map.entry("project", "长者书法班"),
            Map.entry("line", "TRAINING"),
            Map.entry("counterparty", "440703006101"),
            Map.entry("subject", "440703006107/2026-03"),
            Map.entry("actor", "clerk107"),
            Map.entry("by", "clerk107"),
            Map.entry("createdBy", "clerk107"),
            Map.entry("decidedBy", "head107"),
            Map.entry("period", "2026-03"),
            Map.entry("next", "WyIwMTlhMWMyZSJd"));

    private final Components components;

    SchemaExamples(Components components) {
        this.components = components;
    }

    /** Absent for what cannot be shown as JSON. */
    @Nullable
    Object of(@Nullable Schema<?> schema) {
        return schema == null || "binary".equals(schema.getFormat()) ? null : value(schema, "", 0);
    }

    private @Nullable Object value(Schema<?> schema, String name, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        if (schema.get$ref() != null) {
            Schema<?> named = components
                    .getSchemas()
                    .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
            return named == null ? null : value(named, name, depth + 1);
        }
        return stated(schema).orElseGet(() -> made(schema, name, depth));
    }

    private static Optional<Object> stated(Schema<?> schema) {
        Object example = schema.getExample();
        if (example == null
                && schema.getExamples() != null
                && !schema.getExamples().isEmpty()) {
            example = schema.getExamples().getFirst();
        }
        if (example == null && schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            example = schema.getEnum().getFirst();
        }
        return Optional.ofNullable(example).map(found -> typed(found, type(schema)));
    }

    /** Annotations state every example as text. */
    private static Object typed(Object example, String type) {
        if (!(example instanceof String text) || type.equals("string")) {
            return example;
        }
        try {
            return JsonMapper.shared().readValue(text, Object.class);
        } catch (JacksonException plainText) {
            return type.equals("array") ? List.of(text) : text;
        }
    }

    private @Nullable Object made(Schema<?> schema, String name, int depth) {
        List<Schema> parts = schema.getOneOf() != null
                ? schema.getOneOf()
                : schema.getAnyOf() != null ? schema.getAnyOf() : schema.getAllOf();
        if (parts != null && !parts.isEmpty()) {
            return value(parts.getFirst(), name, depth + 1);
        }
        if (schema.getProperties() != null) {
            Map<String, Object> made = new LinkedHashMap<>();
            schema.getProperties().forEach((field, part) -> made.put(field, value((Schema<?>) part, field, depth + 1)));
            return made;
        }
        return switch (type(schema)) {
            case "array" -> items(schema, name, depth);
            case "object" -> Map.of();
            case "boolean" -> true;
            case "integer" -> 1;
            case "number" -> 1.5;
            default -> text(schema, name);
        };
    }

    private List<Object> items(Schema<?> schema, String name, int depth) {
        Object item = schema.getItems() == null ? null : value(schema.getItems(), name, depth + 1);
        return item == null ? List.of() : List.of(item);
    }

    private static Object text(Schema<?> schema, String name) {
        Object ofFormat = schema.getFormat() == null ? null : BY_FORMAT.get(schema.getFormat());
        return ofFormat != null ? ofFormat : BY_NAME.getOrDefault(name, name.isEmpty() ? "…" : name);
    }

    /** Documents of OpenAPI 3.1 list types, null among them. */
    private static String type(Schema<?> schema) {
        if (schema.getType() != null) {
            return schema.getType();
        }
        return schema.getTypes() == null
                ? "string"
                : schema.getTypes().stream()
                        .filter(type -> !type.equals("null"))
                        .findFirst()
                        .orElse("string");
    }
}
