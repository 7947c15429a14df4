package org.linli.platform.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.OpenAPI;
import org.linli.platform.paging.Page;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What a type is called in the description, and so in the clients that are generated from it: what its {@link Schema}
 * says, and {@code ProposalPage} for a page of {@code Proposal}. The name stands beside the class, so that a class can be
 * renamed and nothing changes outside.
 */
final class SchemaNames extends TypeNameResolver {

    private static final String OURS = "org.linli.";

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();
    private final Set<String> clashes = new ConcurrentSkipListSet<>();

    /** The types that have been named so far. */
    Map<String, Class<?>> named() {
        return Map.copyOf(named);
    }

    /**
     * Sees that each type described is named by itself and alone.
     *
     * @throws IllegalStateException where one is not, or where two bear one name: only one of them would be described
     */
    void check(OpenAPI document) {
        Set<String> faults = new TreeSet<>(clashes);
        document.getComponents().getSchemas().keySet().forEach(name -> {
            Class<?> type = named.get(name);
            if (type != null && type.getName().startsWith(OURS) && !isNamed(type)) {
                faults.add(type.getName());
            }
        });
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Give each a name of its own by @Schema(name): " + faults);
        }
    }

    private static boolean isNamed(Class<?> type) {
        Schema said = type.getDeclaredAnnotation(Schema.class);
        return said != null && !said.name().isBlank();
    }

    /** A type that says its name is described by it, and nobody asks for it here. */
    void note(Class<?> type) {
        if (isNamed(type)) {
            note(type.getDeclaredAnnotation(Schema.class).name(), type);
        }
    }

    private void note(String name, Class<?> type) {
        Class<?> other = named.putIfAbsent(name, type);
        if (other != null && !other.equals(type)) {
            clashes.add(name + ": " + other.getName() + " and " + type.getName());
        }
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String name = super.nameForClass(type, options);
        note(name, type);
        return name;
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        return type.getRawClass() == Page.class
                ? nameForType(type.containedType(0), options) + "Page"
                : super.nameForGenericType(type, options);
    }
}
