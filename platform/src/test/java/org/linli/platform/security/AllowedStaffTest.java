package org.linli.platform.security;

import org.junit.jupiter.api.Test;
import org.linli.platform.unit.Scope;
import org.springframework.web.method.HandlerMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** The composed annotations are read as the one that they stand for, and name who is staff. */
class AllowedStaffTest {

    @Test
    void stands_for_the_roles_that_are_staff() throws NoSuchMethodException {
        assertThat(rolesOf(Notes.class.getDeclaredMethod("read")))
                .containsExactlyInAnyOrder(
                        Arrays.stream(Role.values()).filter(this::isStaff).toArray(Role[]::new));
    }

    @Test
    void stands_for_staff_and_partners() throws NoSuchMethodException {
        assertThat(rolesOf(Notes.class.getDeclaredMethod("share")))
                .containsExactlyInAnyOrder(Arrays.stream(Role.values())
                        .filter(role -> isStaff(role) || role == Role.PARTNER)
                        .toArray(Role[]::new));
    }

    private boolean isStaff(Role role) {
        return new Actor("s", "s", Set.of(role), Scope.everywhere()).isStaff();
    }

    private static Role[] rolesOf(Method method) {
        HandlerMethod handler = new HandlerMethod(new Notes(), method);
        return Objects.requireNonNull(handler.getMethodAnnotation(Allowed.class))
                .value();
    }

    static final class Notes {
        @AllowedStaff
        void read() {}

        @AllowedStaffAndPartners
        void share() {}
    }
}
