package org.linli.identity;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person or a machine that tokens are issued for.
 *
 * @param id what it signs in with; the token's {@code sub}
 * @param name shown to people; the token's {@code name}
 * @param roles the suite's roles as they stand in tokens, at least one
 * @param units prefixes of unit codes (4, 6, 9 or 12 digits) it may act in; {@code "*"} is every unit; may be empty
 */
record Subject(String id, String name, List<String> roles, List<String> units) {

    private static final Set<String> ROLES =
            Set.of("city", "hq", "branch-head", "branch-clerk", "partner", "seeker", "resident", "auditor");
    private static final Pattern UNIT = Pattern.compile("\\*|\\d{4}|\\d{6}|\\d{9}|\\d{12}");

    Subject(@Nullable String id, @Nullable String name, @Nullable List<String> roles, @Nullable List<String> units) {
        this.id = required(id, "id");
        this.name = required(name, "name of " + id);
        this.roles = roles == null ? List.of() : List.copyOf(roles);
        this.units = units == null ? List.of() : List.copyOf(units);
        if (this.roles.isEmpty() || !ROLES.containsAll(this.roles)) {
            throw new IllegalArgumentException("roles of " + id + " must be some of " + ROLES + ", not " + roles);
        }
        if (!this.units.stream().allMatch(unit -> UNIT.matcher(unit).matches())) {
            throw new IllegalArgumentException("units of " + id + " must be unit codes or \"*\", not " + units);
        }
    }

    private static String required(@Nullable String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return value;
    }
}
