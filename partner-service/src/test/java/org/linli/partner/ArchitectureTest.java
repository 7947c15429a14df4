package org.linli.partner;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.linli.platform.testing.ArchitectureRules;

import static org.assertj.core.api.Assertions.assertThat;

/** The shared rules; each is seen to fail on its sample in the platform's own tests. */
class ArchitectureTest {

    private static final JavaClasses OURS = ArchitectureRules.classesOf("org.linli.partner");

    @Test
    void there_is_something_to_check() {
        assertThat(OURS).isNotEmpty();
    }

    @Test
    void nothing_floats() {
        ArchitectureRules.nothingFloats().check(OURS);
    }

    @Test
    void no_field_is_injected() {
        ArchitectureRules.noFieldIsInjected().check(OURS);
    }

    @Test
    void the_web_reaches_tables_only_through_ports() {
        ArchitectureRules.webNeverTouchesStore().allowEmptyShould(true).check(OURS);
    }

    @Test
    void features_form_no_rings() {
        ArchitectureRules.noRings("org.linli.partner").allowEmptyShould(true).check(OURS);
    }
}
