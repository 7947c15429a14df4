package org.linli.platform.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import org.linli.platform.paging.Page;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What a type is called in the description, and so in the clients that are generated from it: {@code Proposal} for
 * {@code ProposalView}, {@code ProposalPage} for a page of them, and for a record inside another both their names, as
 * two of them may share their own. What only requests hold says so.
 */
final class SchemaNames extends TypeNameResolver {

    private static final Set<String> REQUESTED = Set.of("Request", "Draft");

    /** What says how a type is used and not what it stands for. */
    private static final String OUTER =
            "^(Checked|Read|Take)(?=[A-Z])|(List)?Controller$|Requests?$|View$|Content$|Draft$|Versions$|Reads$|s$";

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();
    private final Set<String> clashes = new ConcurrentSkipListSet<>();

    /**
     * The types that have been named so far.
     *
     * @throws IllegalStateException where two of them bear one name: only one of them would be described
     */
    Map<String, Class<?>> named() {
        if (!clashes.isEmpty()) {
            throw new IllegalStateException("Give one of each another name by @Schema(name): " + clashes);
        }
        return Map.copyOf(named);
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String name = super.nameForClass(type, options);
        Class<?> other = named.putIfAbsent(name, type);
        if (other != null && !other.equals(type)) {
            clashes.add(name + ": " + other.getName() + " and " + type.getName());
        }
        return name;
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        return type.getRawClass() == Page.class
                ? nameForType(type.containedType(0), options) + "Page"
                : super.nameForGenericType(type, options);
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        String own = type.getSimpleName().replaceAll("View$|Name$", "");
        Class<?> outer = type.getEnclosingClass();
        if (outer == null) {
            return own;
        }
        String prefix = outer.getSimpleName().replaceAll("ies$", "y").replaceAll(OUTER, "");
        String whole = joined(prefix, own);
        return REQUESTED.stream()
                .filter(outer.getSimpleName()::endsWith)
                .filter(suffix -> !own.endsWith(suffix))
                .map(suffix -> whole + suffix)
                .findFirst()
                .orElse(whole);
    }

    /** ProposalVersion and VersionList are ProposalVersionList. */
    private static String joined(String prefix, String own) {
        String last = prefix.replaceFirst("^.*(?=[A-Z])", "");
        if (own.startsWith(prefix)) {
            return own;
        }
        return own.startsWith(last) ? prefix.substring(0, prefix.length() - last.length()) + own : prefix + own;
    }
}
