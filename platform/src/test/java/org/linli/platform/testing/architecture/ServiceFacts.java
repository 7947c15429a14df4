package org.linli.platform.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a module's classes are like, in the lines in which {@link ServiceArchitecture} declares it. */
record ServiceFacts(String root, JavaClasses classes, Set<String> rights) {

    /** Packages that reach one another, and features that do. */
    SortedSet<String> rings() {
        SortedSet<String> rings = PackageGraph.of(classes, this::inside).rings();
        PackageGraph.of(classes, this::feature).rings().forEach(rings::add);
        return rings;
    }

    SortedSet<String> features() {
        return PackageGraph.lines(PackageGraph.of(classes, this::feature).edges());
    }

    /** Of another feature's {@code web}, or of its tables, by a feature's {@code web}. */
    SortedSet<String> borrowedWeb() {
        var borrowed = new TreeMap<String, SortedSet<String>>();
        classes.stream()
                .filter(type -> isWithin(type, "web"))
                .forEach(type -> type.getDirectDependenciesFromSelf().stream()
                        .map(found -> outermost(found.getTargetClass()))
                        .filter(other -> isWithin(other, "web") || isWithin(other, "store"))
                        .filter(other -> !feature(other.getPackageName()).equals(feature(type.getPackageName())))
                        .forEach(other -> borrowed.computeIfAbsent(
                                        feature(type.getPackageName()), ignored -> new TreeSet<>())
                                .add(other.getName().substring(root.length() + 1))));
        return PackageGraph.lines(borrowed);
    }

    SortedSet<String> withoutRights() {
        var found = new TreeMap<String, SortedSet<String>>();
        var rule = new TakeRights(rights);
        classes.stream()
                .filter(TakeRights::reachesTables)
                .forEach(type -> type.getMethods().stream()
                        .filter(rule::isMissedBy)
                        .forEach(method -> found.computeIfAbsent(type.getSimpleName(), ignored -> new TreeSet<>())
                                .add(method.getName())));
        return PackageGraph.lines(found);
    }

    /** The package below the root; blank outside and for the root itself, which puts the parts together. */
    private String inside(String packageName) {
        return packageName.startsWith(root + ".") ? packageName.substring(root.length() + 1) : "";
    }

    private String feature(String packageName) {
        return inside(packageName).split("\\.", 2)[0];
    }

    private boolean isWithin(JavaClass type, String layer) {
        String inside = inside(type.getPackageName());
        return inside.endsWith("." + layer) || inside.contains("." + layer + ".");
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return base.getEnclosingClass().map(ServiceFacts::outermost).orElse(base);
    }
}
