package org.linli.platform.encryption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublishedSecretsTest {

    @ParameterizedTest
    @CsvSource({
        "linli.postgres.password, linli",
        "spring.r2dbc.password, linli",
        "spring.flyway.password, linli",
        "spring.kafka.properties.ssl.keystore.password, linli-demo",
        "LINLI_POSTGRES_PASSWORD, linli",
        "linli.partner.access.registrar-secret, linli-demo",
        "linli.partner.access.initial-access-token, linli-demo",
        "linli.partner.secrets.keys.local, bG9jYWwta2V5LXB1Ymxpc2hlZC13aXRoLWxpbmxpLTE=",
        "linli.partner.secrets.keys.a2026, bG9jYWwtaW5kZXgtcHVibGlzaGVkLWxpbmxpLTAwMDE=",
        "linli.partner.secrets.index, bG9jYWwtaW5kZXgtcHVibGlzaGVkLWxpbmxpLTAwMDE=",
        "linli.jobs.files.s3.secret-key, ' linli '",
        "linli.security.issuer, http://127.0.0.1:8090"
    })
    void refuses_a_published_value_wherever_a_secret_stands(String setting, String value) {
        MockEnvironment production = production().withProperty(setting, value);
        MockEnvironment local = production().withProperty(setting, value);
        local.setActiveProfiles("local");

        assertThatThrownBy(() -> PublishedSecretsRefused.check(production))
                .isInstanceOf(PublishedSecretsRefused.class)
                .hasMessageContaining(setting);
        assertThatCode(() -> PublishedSecretsRefused.check(local)).doesNotThrowAnyException();
    }

    @Test
    void takes_what_is_ones_own_and_what_is_no_secret() {
        MockEnvironment production = production()
                .withProperty("linli.postgres.password", "one of our own")
                .withProperty("linli.postgres.user", "linli")
                .withProperty("linli.security.audience", "linli")
                .withProperty("linli.partner.access.registrar-secret", "${nowhere}");

        assertThatCode(() -> PublishedSecretsRefused.check(production)).doesNotThrowAnyException();
    }

    @Test
    void refuses_the_demos_issuer_where_none_is_named() {
        assertThatThrownBy(() -> PublishedSecretsRefused.check(new MockEnvironment()))
                .hasMessageContaining("linli.security.issuer");
    }

    @Test
    void says_which_settings_and_what_to_do_and_shows_no_value() {
        MockEnvironment production = production().withProperty("linli.postgres.password", "linli-demo");

        assertThatThrownBy(() -> PublishedSecretsRefused.check(production)).satisfies(failure -> {
            FailureAnalysis analysis = new PublishedSecretsRefused.Analyzer().analyze(failure);
            assertThat(analysis).isNotNull();
            assertThat(analysis.getDescription())
                    .contains("linli.postgres.password")
                    .doesNotContain("linli-demo");
            assertThat(analysis.getAction()).contains("openssl rand", "spring.profiles.active=local");
        });
    }

    private static MockEnvironment production() {
        return new MockEnvironment().withProperty("linli.security.issuer", "https://login.example");
    }
}
