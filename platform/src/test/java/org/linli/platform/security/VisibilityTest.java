package org.linli.platform.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.platform.unit.Scope;

import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class VisibilityTest {

    private static final UUID OWNER = UUID.randomUUID();
    private static final Scope STREET = Scope.of("440703006");

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"PARTNER", "SEEKER", "RESIDENT"})
    void gives_no_unit_to_who_is_no_staff(Role role) {
        assertThat(Visibility.ofStaff(actor(role)).scope()).isEqualTo(Scope.nowhere());
    }

    @Test
    void gives_staff_their_units_and_no_drafts() {
        assertThat(Visibility.ofStaff(actor(Role.AUDITOR))).isEqualTo(new Visibility(STREET, null, false));
    }

    @Test
    void narrows_units_and_never_the_owner() {
        Visibility narrowed = Visibility.of(STREET).withOwner(OWNER).narrowedTo("440703006101");

        assertThat(narrowed.scope()).isEqualTo(Scope.of("440703006101"));
        assertThat(narrowed.owner()).isEqualTo(OWNER);
    }

    @Test
    void leaves_the_owner_alone() {
        assertThat(Visibility.of(STREET).withOwner(OWNER).ownerOnly()).isEqualTo(Visibility.ofOwner(OWNER));
    }

    @Test
    void has_a_value_for_each_parameter_of_its_condition() {
        assertThat(Visibility.condition("a", "partner_id"))
                .isEqualTo("(a.unit_code LIKE ANY(:scope) OR a.partner_id = :owner)");
        assertThat(Visibility.of(STREET).values()).containsOnlyKeys("scope", "owner");
    }

    @Test
    void an_absent_owner_is_nobody() {
        assertThat(Visibility.system().ownerOrNobody()).isEqualTo(new UUID(0, 0));
    }

    private static Actor actor(Role role) {
        return new Actor("s", "s", Set.of(role), STREET);
    }
}
