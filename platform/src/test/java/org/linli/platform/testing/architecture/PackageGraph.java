package org.linli.platform.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Who depends on whom, by names that stand for one or many packages.
 *
 * @param edges what each name depends on, itself never
 */
record PackageGraph(SortedMap<String, SortedSet<String>> edges) {

    /** @param nameOf a package's name here; blank for one that is left out */
    static PackageGraph of(Iterable<JavaClass> classes, UnaryOperator<String> nameOf) {
        var edges = new TreeMap<String, SortedSet<String>>();
        classes.forEach(type -> {
            String from = nameOf.apply(type.getPackageName());
            type.getDirectDependenciesFromSelf().stream()
                    .map(found -> nameOf.apply(
                            found.getTargetClass().getBaseComponentType().getPackageName()))
                    .filter(to -> !from.isBlank() && !to.isBlank() && !to.equals(from))
                    .forEach(to -> edges.computeIfAbsent(from, ignored -> new TreeSet<>())
                            .add(to));
        });
        return new PackageGraph(edges);
    }

    /** One line a name, {@code from: to to}, as dependencies are declared. */
    static SortedSet<String> lines(Map<String, ? extends Set<String>> edges) {
        return edges.entrySet().stream()
                .map(edge -> edge.getKey() + ": " + String.join(" ", new TreeSet<>(edge.getValue())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names that reach one another, a ring a line. */
    SortedSet<String> rings() {
        var rings = new TreeSet<String>();
        for (String name : edges.keySet()) {
            Set<String> ring = reachedFrom(name).stream()
                    .filter(other -> reachedFrom(other).contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (ring.size() > 1) {
                rings.add(String.join(" ", ring));
            }
        }
        return rings;
    }

    private Set<String> reachedFrom(String name) {
        var reached = new HashSet<String>();
        var next = new java.util.ArrayDeque<>(edges.getOrDefault(name, new TreeSet<>()));
        while (!next.isEmpty()) {
            String found = next.pop();
            if (reached.add(found)) {
                next.addAll(edges.getOrDefault(found, new TreeSet<>()));
            }
        }
        return reached;
    }
}
