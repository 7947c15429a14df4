package org.linli.platform.unit;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The subtrees of units that a caller may see or change, as code prefixes. Empty means nothing at all.
 *
 * <p>Every repository method that returns or changes rows takes one; {@link #likePatterns()} is its form for SQL:
 * {@code unit_code LIKE ANY(:scope)}.
 *
 * @param prefixes digits only; the empty prefix covers every unit
 */
public record Scope(SortedSet<String> prefixes) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{0,12}");
    /** Province, city, district, street, community: a subtree is one of these. */
    private static final Pattern SUBTREE = Pattern.compile("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}");

    private static final Scope EVERYWHERE = Scope.of("");
    private static final Scope NOWHERE = new Scope(Collections.emptySortedSet());

    /** @throws IllegalArgumentException where a prefix holds anything but up to 12 digits */
    public Scope {
        for (String prefix : prefixes) {
            if (!DIGITS.matcher(prefix).matches()) {
                throw new IllegalArgumentException("a scope prefix is up to 12 digits, not '" + prefix + "'");
            }
        }
        prefixes = Collections.unmodifiableSortedSet(new TreeSet<>(prefixes));
    }

    public static Scope of(String... prefixes) {
        return of(List.of(prefixes));
    }

    public static Scope of(Collection<String> prefixes) {
        return new Scope(new TreeSet<>(prefixes));
    }

    public static Scope everywhere() {
        return EVERYWHERE;
    }

    public static Scope nowhere() {
        return NOWHERE;
    }

    public boolean isEverywhere() {
        return prefixes.contains("");
    }

    public boolean covers(UnitCode unit) {
        return covers(unit.value());
    }

    /** Whether the whole subtree named by this code or prefix lies inside the scope. */
    public boolean covers(String code) {
        return prefixes.stream().anyMatch(code::startsWith);
    }

    /**
     * What is left of this scope inside the subtree that a caller asks for; the scope itself where they ask for none.
     *
     * @throws org.linli.platform.problem.ProblemException (400, field {@code within}) where it is no prefix of a code
     */
    public Scope narrowedTo(@Nullable String prefix) {
        if (prefix == null || prefix.isEmpty()) {
            return this;
        }
        if (!SUBTREE.matcher(prefix).matches()) {
            throw Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The subtree cannot be read")
                    .field("within", "no code of a division", "2, 4, 6, 9 or 12 digits")
                    .exception();
        }
        if (covers(prefix)) {
            return Scope.of(prefix);
        }
        return of(prefixes.stream().filter(own -> own.startsWith(prefix)).toList());
    }

    /** One SQL LIKE pattern a prefix; an empty array matches no row. */
    public String[] likePatterns() {
        return prefixes.stream().map(prefix -> prefix + "%").toArray(String[]::new);
    }
}
