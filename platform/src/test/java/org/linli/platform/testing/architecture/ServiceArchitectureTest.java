package org.linli.platform.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The platform keeps the rules that it gives to others, and each rule sees the sample that breaks it. */
class ServiceArchitectureTest {

    private static final String SAMPLES = "org.linli.platform.testing.architecture.violations";
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(SAMPLES);

    @TestFactory
    Stream<DynamicTest> the_platform_keeps_them() {
        return ServiceArchitecture.of("org.linli.platform").tests();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no fields should have raw type double",
                "no fields should be annotated with",
                "classes that reside in any package",
                "no classes that reside in any package",
                "no classes that reside in a package '..web..'",
                "no classes that reside in a package '" + SAMPLES + ".one'",
                "rings of packages",
                "dependencies of features",
                "web that another feature's web uses",
                "queries without rights"
            })
    void is_seen_when_broken(String rule) {
        DynamicTest test = onSamples()
                .tests()
                .filter(found -> found.getDisplayName().startsWith(rule))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(test.getExecutable()::execute).isInstanceOf(AssertionError.class);
    }

    @Test
    void every_rule_has_its_sample_here_or_in_the_test_of_tables() {
        assertThat(onSamples().tests().filter(test -> !isBroken(test)).map(DynamicTest::getDisplayName))
                .containsExactlyInAnyOrder(
                        "something to check", "tables with more than one writer", "tables of others that are read");
    }

    @Test
    void nothing_to_check_is_seen() {
        assertThat(ServiceArchitecture.of(SAMPLES)
                        .checking(new ClassFileImporter().importClasses())
                        .tests()
                        .filter(test -> !isBroken(test))
                        .map(DynamicTest::getDisplayName))
                .containsExactly("rings of packages");
    }

    @Test
    void what_is_declared_and_not_so_is_seen() {
        DynamicTest stale = ServiceArchitecture.of(SAMPLES)
                .checking(new ClassFileImporter().importPackages(SAMPLES + ".decided"))
                .knownRings("one two")
                .tests()
                .filter(test -> test.getDisplayName().equals("rings of packages"))
                .findFirst()
                .orElseThrow();

        assertThat(isBroken(stale)).isTrue();
    }

    @Test
    void a_query_without_rights_is_named_and_one_with_a_reason_is_not() {
        assertThat(new ServiceFacts(SAMPLES, BROKEN, Set.of()).withoutRights())
                .containsExactly("UnscopedRows: all unexplained");
    }

    private static ServiceArchitecture onSamples() {
        return ServiceArchitecture.of(SAMPLES)
                .checking(BROKEN)
                .layered()
                .storesBehindPorts()
                .pure(SAMPLES, SAMPLES + ".decided")
                .strangers(SAMPLES + ".one", SAMPLES + ".two")
                .features("one: nothing");
    }

    private static boolean isBroken(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return false;
        } catch (Throwable seen) {
            return true;
        }
    }
}
