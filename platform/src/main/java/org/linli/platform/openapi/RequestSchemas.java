package org.linli.platform.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The schemas that requests are made of: a field that is not listed is refused, so the document allows none. */
final class RequestSchemas {

    private final OpenAPI document;
    private final Set<String> seen = new HashSet<>();

    RequestSchemas(OpenAPI document) {
        this.document = document;
    }

    /** Their names, after each was closed. */
    Set<String> close() {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(operation -> operation.getRequestBody())
                .filter(Objects::nonNull)
                .flatMap(body -> Optional.ofNullable(body.getContent()).map(Map::values).stream())
                .flatMap(types -> types.stream().map(MediaType::getSchema))
                .forEach(this::close);
        return seen;
    }

    private void close(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            if (seen.add(name)) {
                close(document.getComponents().getSchemas().get(name));
            }
            return;
        }
        if (schema.getProperties() != null && schema.getAdditionalProperties() == null) {
            schema.setAdditionalProperties(false);
        }
        parts(schema).forEach(this::close);
    }

    private static Stream<Schema<?>> parts(Schema<?> schema) {
        Stream<Schema<?>> fields = Stream.ofNullable(schema.getProperties())
                .flatMap(properties -> properties.values().stream())
                .map(field -> (Schema<?>) field);
        Stream<Schema<?>> either = Stream.of(
                        Optional.ofNullable(schema.getAnyOf()), Optional.ofNullable(schema.getOneOf()))
                .flatMap(Optional::stream)
                .flatMap(parts -> parts.stream())
                .map(part -> (Schema<?>) part);
        Stream<Schema<?>> values = Stream.of(
                        Optional.ofNullable(schema.getItems()),
                        Optional.ofNullable(schema.getAdditionalProperties() instanceof Schema<?> value ? value : null))
                .flatMap(Optional::stream)
                .map(part -> (Schema<?>) part);
        return Stream.of(fields, either, values).flatMap(all -> all);
    }
}
