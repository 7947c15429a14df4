package org.linli.partner.webhook;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class SecretTest {

    private static final Secret KNOWN = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    /** The example that implementations of the specification share. */
    @Test
    void signs_the_known_example_as_others_do() {
        assertThat(KNOWN.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo(SIGNED);
    }

    @Test
    void both_secrets_sign_during_a_rotation() {
        Secret fresh = Secret.fresh();
        var both = new Endpoints.Secrets(fresh, Optional.of(KNOWN), Optional.of(Instant.MAX));
        String signatures = both.signatures("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}");
        assertThat(signatures).matches("v1,[^ ]{44} v1,[^ ]{44}").endsWith(" " + SIGNED);
    }

    @Test
    void a_fresh_secret_is_of_32_bytes_and_never_the_same() {
        assertThat(Secret.fresh().text())
                .matches("whsec_[A-Za-z0-9+/]{43}=")
                .isNotEqualTo(Secret.fresh().text());
        assertThat(KNOWN.toString()).doesNotContain("MfKQ");
    }
}
