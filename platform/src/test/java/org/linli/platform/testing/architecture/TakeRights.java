package org.linli.platform.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A method of a class with a database that answers with what it read or changed takes the rights of who asks: a Scope,
 * a Visibility, the Actor or the client itself, a record that holds one; or says by {@code @SystemAccess} why not.
 * Types go by name, so that a module without Spring has the rule too.
 */
final class TakeRights {

    private static final String REPOSITORY = "org.springframework.stereotype.Repository";
    private static final String DATABASE = "org.springframework.r2dbc.core.DatabaseClient";
    private static final String SYSTEM = "org.linli.platform.security.SystemAccess";
    private static final Set<String> ANSWERS = Set.of("reactor.core.publisher.Mono", "reactor.core.publisher.Flux");
    private static final Set<String> RIGHTS = Set.of(
            "org.linli.platform.unit.Scope",
            "org.linli.platform.security.Visibility",
            "org.linli.platform.security.Actor",
            "org.linli.platform.security.TokenClient");

    private final Set<String> rights;

    /** @param more types that stand for a caller's own rights too */
    TakeRights(Set<String> more) {
        this.rights = new HashSet<>(RIGHTS);
        this.rights.addAll(more);
    }

    static boolean reachesTables(JavaClass type) {
        return type.isAnnotatedWith(REPOSITORY)
                || type.getAllFields().stream()
                        .anyMatch(field -> field.getRawType().getName().equals(DATABASE));
    }

    boolean isMissedBy(JavaMethod method) {
        return ANSWERS.contains(method.getRawReturnType().getName())
                && !method.getModifiers().contains(JavaModifier.PRIVATE)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !isExplained(method)
                && method.getRawParameterTypes().stream().noneMatch(this::standsForRights);
    }

    private boolean standsForRights(JavaClass type) {
        return rights.contains(type.getName())
                || type.isRecord()
                        && type.getFields().stream()
                                .anyMatch(field ->
                                        rights.contains(field.getRawType().getName()));
    }

    private static boolean isExplained(JavaMethod method) {
        return Stream.concat(method.getAnnotations().stream(), method.getOwner().getAnnotations().stream())
                .filter(found -> found.getRawType().getName().equals(SYSTEM))
                .anyMatch(found ->
                        found.get("value").map(why -> !why.toString().isBlank()).orElse(false));
    }
}
