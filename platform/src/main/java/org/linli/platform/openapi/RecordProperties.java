package org.linli.platform.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tells a record's schema what its parts' types say of null: a part that is never null is always there, and one that
 * may be null may be {@code null} in JSON, wherever in the part that is. A part that a constraint demands is demanded, though
 * the type allows that it was left out.
 */
final class RecordProperties {

    private RecordProperties() {}

    /** @param gaps whether lists and maps may hold null where their types say so: those of requests never may */
    static void tell(Schema<?> schema, Class<?> type, boolean gaps) {
        TreeSet<String> required = new TreeSet<>();
        if (schema.getRequired() != null) {
            required.addAll(schema.getRequired());
        }
        of(type).filter(part -> schema.getProperties().containsKey(part.getName()))
                .forEach(part -> {
                    Schema<?> property =
                            Objects.requireNonNull(schema.getProperties().get(part.getName()));
                    if (!isNullable(part.getAnnotatedType())) {
                        required.add(part.getName());
                    }
                    if (gaps) {
                        tell(property, part.getAnnotatedType());
                    }
                    if (!required.contains(part.getName())) {
                        schema.getProperties().put(part.getName(), orNull(property));
                    }
                });
        schema.setRequired(required.isEmpty() ? null : required.stream().toList());
    }

    private static Stream<RecordComponent> of(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(part -> part.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? of(part.getType())
                        : Stream.of(part));
    }

    /** Elements of lists and values of maps. */
    private static void tell(Schema<?> schema, AnnotatedType type) {
        AnnotatedType element = element(type);
        if (element == null) {
            return;
        }
        if (schema.getItems() != null) {
            tell(schema.getItems(), element);
            schema.setItems(isNullable(element) ? orNull(schema.getItems()) : schema.getItems());
        } else if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            tell(values, element);
            schema.setAdditionalProperties(isNullable(element) ? orNull(values) : values);
        }
    }

    private static @Nullable AnnotatedType element(AnnotatedType type) {
        return switch (type) {
            case AnnotatedArrayType array -> array.getAnnotatedGenericComponentType();
            case AnnotatedParameterizedType generic ->
                generic.getAnnotatedActualTypeArguments()[generic.getAnnotatedActualTypeArguments().length - 1];
            default -> null;
        };
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            Schema<Object> either = new Schema<>();
            either.setDescription(schema.getDescription());
            if (schema.getExample() != null) {
                either.setExample(schema.getExample());
            }
            return either.anyOf(List.of(new Schema<>().$ref(schema.get$ref()), ofNull()));
        }
        if (schema.getTypes() != null) {
            schema.addType("null");
        }
        return withNull(schema);
    }

    private static <T> Schema<T> withNull(Schema<T> schema) {
        if (schema.getEnum() != null) {
            List<@Nullable T> values = new ArrayList<>(schema.getEnum());
            values.add(null);
            schema.setEnum(values);
        }
        return schema;
    }

    private static Schema<?> ofNull() {
        Schema<?> nothing = new Schema<>();
        nothing.addType("null");
        return nothing;
    }
}
