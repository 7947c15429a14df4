package org.linli.platform.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.paging.Page;

import java.util.Map;
import java.util.Set;

/**
 * What a description read off the types leaves out: what may be null and what is always there, that a stream of buffers is
 * bytes, and that a request holds no more than is listed.
 */
final class RequiredPropertiesCustomizer {

    private static final String BUFFER = "DataBuffer";
    private static final String JSON = "application/json";

    /** Published without what is required; to say more is a change of the document by itself. */
    private static final Set<String> UNTOLD = Set.of("DeliveryWithAttempts");

    private final Map<String, Class<?>> known;

    RequiredPropertiesCustomizer(Map<String, Class<?>> known) {
        this.known = known;
    }

    void customise(OpenAPI document) {
        Set<String> requested = new RequestSchemas(document).close();
        document.getComponents().getSchemas().forEach((name, schema) -> {
            Class<?> type = name.endsWith("Page") ? Page.class : known.get(name);
            if (type != null && type.isRecord() && schema.getProperties() != null && !UNTOLD.contains(name)) {
                RecordProperties.tell(schema, type, !requested.contains(name));
            }
        });
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

    /** Bytes come as the type that they are of; text that is not JSON comes whole. */
    private static void streams(@Nullable Content content) {
        if (content == null) {
            return;
        }
        content.forEach((name, type) -> {
            if (isStream(type.getSchema())) {
                type.schema(bytes());
            } else if (name.startsWith("text/")) {
                type.schema(text());
            } else if (type.getSchema() != null
                    && "byte".equals(type.getSchema().getFormat())) {
                type.schema(bytes());
            }
        });
        MediaType json = content.get(JSON);
        if (json != null
                && json.getSchema() != null
                && "binary".equals(json.getSchema().getFormat())) {
            content.remove(JSON);
            content.addMediaType("*/*", json);
        }
    }

    private static Schema<?> text() {
        Schema<?> text = new Schema<>();
        text.addType("string");
        return text;
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
