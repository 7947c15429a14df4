package org.linli.platform.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.paging.Page;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a description read off the types leaves out: a part that is never null is always there, and a stream of buffers
 * is bytes.
 */
final class TrueParts {

    private static final String BUFFER = "DataBuffer";

    private final Map<String, Class<?>> known;

    TrueParts(Map<String, Class<?>> known) {
        this.known = known;
    }

    void customise(OpenAPI document) {
        document.getComponents()
                .getSchemas()
                .forEach((name, schema) -> require(schema, name.endsWith("Page") ? Page.class : known.get(name)));
        document.getComponents().getSchemas().remove(BUFFER);
        document.getPaths().values().stream()
                .flatMap(item -> item.readOperations().stream())
                .forEach(operation -> {
                    if (operation.getRequestBody() != null) {
                        streams(operation.getRequestBody().getContent());
                    }
                    operation.getResponses().values().forEach(answer -> streams(answer.getContent()));
                });
    }

    private static void require(Schema<?> schema, @Nullable Class<?> type) {
        if (type == null || !type.isRecord() || schema.getProperties() == null) {
            return;
        }
        TreeSet<String> required = new TreeSet<>();
        if (schema.getRequired() != null) {
            required.addAll(schema.getRequired());
        }
        Arrays.stream(type.getRecordComponents())
                .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .filter(schema.getProperties()::containsKey)
                .forEach(required::add);
        schema.setRequired(required.isEmpty() ? null : required.stream().toList());
    }

    private static void streams(@Nullable Content content) {
        if (content != null) {
            content.values().stream().filter(type -> isStream(type.getSchema())).forEach(type -> type.schema(bytes()));
        }
    }

    private static Schema<?> bytes() {
        Schema<?> bytes = new Schema<>().type("string").format("binary");
        bytes.addType("string");
        return bytes;
    }

    private static boolean isStream(@Nullable Schema<?> schema) {
        Schema<?> item = schema == null || schema.getItems() == null ? schema : schema.getItems();
        return item != null && item.get$ref() != null && item.get$ref().endsWith("/" + BUFFER);
    }
}
