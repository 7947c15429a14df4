package org.linli.platform.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The platform keeps the rules that it gives to others, and each rule sees the sample that breaks it. */
class ArchitectureRulesTest {

    private static final String SAMPLES = "org.linli.platform.testing.violations";
    private static final JavaClasses PLATFORM = ArchitectureRules.classesOf("org.linli.platform");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(SAMPLES);

    enum Rule {
        WEB_NEVER_TOUCHES_STORE(ArchitectureRules.webNeverTouchesStore()),
        OUTBOX_AND_INBOX_ARE_STRANGERS(
                ArchitectureRules.strangers("org.linli.platform.outbox", "org.linli.platform.inbox"),
                ArchitectureRules.strangers(SAMPLES + ".one", SAMPLES + ".two")),
        NOTHING_FLOATS(ArchitectureRules.nothingFloats()),
        NO_FIELD_IS_INJECTED(ArchitectureRules.noFieldIsInjected()),
        NO_RINGS(ArchitectureRules.noRings("org.linli.platform"), ArchitectureRules.noRings(SAMPLES));

        private final ArchRule here;
        private final ArchRule onSamples;

        Rule(ArchRule rule) {
            this(rule, rule);
        }

        Rule(ArchRule here, ArchRule onSamples) {
            this.here = here.allowEmptyShould(true);
            this.onSamples = onSamples;
        }
    }

    @ParameterizedTest
    @EnumSource
    void holds(Rule rule) {
        rule.here.check(PLATFORM);
    }

    @ParameterizedTest
    @EnumSource
    void is_seen_when_broken(Rule rule) {
        assertThat(rule.onSamples.evaluate(BROKEN).hasViolation()).isTrue();
    }

    @Test
    void a_rule_with_a_framework_in_it_is_seen() {
        assertThat(ArchitectureRules.pure(SAMPLES).evaluate(BROKEN).hasViolation())
                .isTrue();
    }

    @Test
    void there_is_something_to_check() {
        assertThat(PLATFORM).hasSizeGreaterThan(50);
    }
}
