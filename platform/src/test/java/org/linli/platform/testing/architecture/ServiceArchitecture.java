package org.linli.platform.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * The rules that every module keeps, with what a module declares of itself. What is declared must be so, no less and no
 * more: a dependency that is gone, an exception that nobody needs and a rule that finds nothing to check all fail.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> architecture() {
 *     return ServiceArchitecture.of("org.linli.fund").features("funding: ledger").tests();
 * }
 * }</pre>
 */
public final class ServiceArchitecture {

    private final String root;
    private final List<ArchRule> rules =
            new ArrayList<>(List.of(ArchitectureRules.nothingFloats(), ArchitectureRules.noFieldIsInjected()));
    private final Set<String> rights = new TreeSet<>();
    private SortedSet<String> features = new TreeSet<>();
    private SortedSet<String> borrowedWeb = new TreeSet<>();
    private SortedSet<String> borrowedTables = new TreeSet<>();
    private SortedSet<String> contestedTables = new TreeSet<>();
    private SortedSet<String> rings = new TreeSet<>();
    private SortedSet<String> withoutRights = new TreeSet<>();
    private JavaClasses classes;
    private boolean layered;

    private ServiceArchitecture(String root, JavaClasses classes) {
        this.root = root;
        this.classes = classes;
    }

    /** Of the module whose main classes lie under this package. */
    public static ServiceArchitecture of(String root) {
        return new ServiceArchitecture(
                root,
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(new ImportOption.DoNotIncludeJars())
                        .importPackages(root));
    }

    /** The same rules for these classes, as samples are checked. */
    ServiceArchitecture checking(JavaClasses others) {
        classes = others;
        return this;
    }

    /** A service with routes and tables: its web, its queries and its tables have rules too. */
    public ServiceArchitecture layered() {
        layered = true;
        return this;
    }

    /** Where each store stands behind a port of its feature: the web knows the port alone. */
    public ServiceArchitecture storesBehindPorts() {
        rules.add(ArchitectureRules.webNeverTouchesStore());
        return this;
    }

    /** Packages that decide and know no framework. */
    public ServiceArchitecture pure(String... packages) {
        rules.add(ArchitectureRules.pure(packages));
        rules.add(ArchitectureRules.noRepositoryAmong(packages));
        return this;
    }

    /** Two packages that may be deployed apart. */
    public ServiceArchitecture strangers(String one, String other) {
        rules.add(ArchitectureRules.strangers(one, other));
        rules.add(ArchitectureRules.strangers(other, one));
        return this;
    }

    /** What each feature depends on, {@code feature: feature feature} a line. */
    public ServiceArchitecture features(String lines) {
        features = lines(lines);
        return this;
    }

    /** Types of others' web that a feature's web uses, {@code feature: feature.web.Type} a line: a list to shrink. */
    public ServiceArchitecture borrowedWeb(String lines) {
        borrowedWeb = lines(lines);
        return this;
    }

    /** Tables of others that a feature reads, {@code feature: table table} a line. */
    public ServiceArchitecture borrowedTables(String lines) {
        borrowedTables = lines(lines);
        return this;
    }

    /** Tables that more than one feature writes, {@code table: feature feature} a line: a list to shrink. */
    public ServiceArchitecture contestedTables(String lines) {
        contestedTables = lines(lines);
        return this;
    }

    /** Packages that depend on one another, a ring a line: a list to shrink. */
    public ServiceArchitecture knownRings(String lines) {
        rings = lines(lines);
        return this;
    }

    /** Further types, by name, that stand for a caller's own rights. */
    public ServiceArchitecture rights(String... types) {
        rights.addAll(List.of(types));
        return this;
    }

    /** Methods that take nobody's rights yet, {@code Class: method method} a line: a list to shrink. */
    public ServiceArchitecture withoutRights(String lines) {
        withoutRights = lines(lines);
        return this;
    }

    /** A test a rule. */
    public Stream<DynamicTest> tests() {
        var facts = new ServiceFacts(root, classes, rights);
        var tests = new ArrayList<DynamicTest>();
        tests.add(dynamicTest("something to check", () -> assertThat(classes).hasSizeGreaterThan(5)));
        rules.forEach(rule -> tests.add(dynamicTest(rule.getDescription(), () -> rule.check(classes))));
        tests.add(declared("rings of packages", rings, facts.rings()));
        if (!features.isEmpty()) {
            tests.add(declared("dependencies of features", features, facts.features()));
        }
        if (layered) {
            TableOwners tables = TableOwners.in(Path.of("src/main/java", root.split("\\.")));
            tests.add(declared("web that another feature's web uses", borrowedWeb, facts.borrowedWeb()));
            tests.add(declared("queries without rights", withoutRights, facts.withoutRights()));
            tests.add(declared("tables with more than one writer", contestedTables, tables.contested()));
            tests.add(declared("tables of others that are read", borrowedTables, tables.borrowed()));
            tests.add(dynamicTest(
                    "tables to check", () -> assertThat(tables.isEmpty()).isFalse()));
        }
        return tests.stream();
    }

    private static DynamicTest declared(String what, SortedSet<String> declared, SortedSet<String> found) {
        return dynamicTest(
                what,
                () -> assertThat(found)
                        .as(what + " as they are:\n" + String.join("\n", found))
                        .isEqualTo(declared));
    }

    private static SortedSet<String> lines(String text) {
        return Arrays.stream(text.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
