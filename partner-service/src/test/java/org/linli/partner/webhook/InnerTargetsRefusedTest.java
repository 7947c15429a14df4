package org.linli.partner.webhook;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InnerTargetsRefusedTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void inner_targets_stop_the_start_outside_the_local_profile() {
        assertThatThrownBy(() -> InnerTargetsRefused.check(true, environment))
                .isInstanceOf(InnerTargetsRefused.class)
                .satisfies(failure -> {
                    FailureAnalysis analysis = new InnerTargetsRefused.Analyzer().analyze(failure);
                    assertThat(analysis.getDescription()).contains("linli.partner.webhook.allow-inner");
                    assertThat(analysis.getAction()).contains("--spring.profiles.active=local");
                });
        environment.setActiveProfiles("production");
        assertThatThrownBy(() -> InnerTargetsRefused.check(true, environment)).isInstanceOf(InnerTargetsRefused.class);
    }

    @Test
    void without_them_any_profile_starts_and_with_them_the_local_one() {
        InnerTargetsRefused.check(false, environment);
        environment.setActiveProfiles("local");
        InnerTargetsRefused.check(true, environment);
    }
}
