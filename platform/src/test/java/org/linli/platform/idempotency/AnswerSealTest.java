package org.linli.platform.idempotency;

import org.junit.jupiter.api.Test;
import org.linli.platform.encryption.FieldCipher;
import org.linli.platform.encryption.SecretKeys;
import org.linli.platform.encryption.UnreadableSecret;

import java.util.Base64;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnswerSealTest {

    private static final CommandKey KEY = new CommandKey("resident-1", "k1", "POST /cards");
    private static final String ANSWER = "{\"code\":\"047112345678\"}";

    private final AnswerSeal seal = new AnswerSeal(new FieldCipher(new SecretKeys("a", Map.of("a", key(1)), key(2))));

    @SecretAnswer
    private record Card(String code) {}

    private record Note(String text) {}

    @Test
    void keeps_nothing_of_a_secret_answer_in_clear_and_gives_it_again() {
        String kept = seal.close(KEY, Card.class, ANSWER);
        assertThat(kept).doesNotContain("0471");
        assertThat(seal.open(KEY, Card.class, kept)).isEqualTo(ANSWER);
    }

    @Test
    void gives_an_answer_to_the_key_alone_that_it_was_kept_for() {
        String kept = seal.close(KEY, Card.class, ANSWER);
        CommandKey another = new CommandKey("resident-2", "k1", KEY.route());
        assertThatThrownBy(() -> seal.open(another, Card.class, kept)).isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void leaves_other_answers_as_they_are() {
        assertThat(new AnswerSeal(null).close(KEY, Note.class, ANSWER)).isEqualTo(ANSWER);
        assertThat(new AnswerSeal(null).open(KEY, Note.class, ANSWER)).isEqualTo(ANSWER);
    }

    @Test
    void refuses_to_keep_a_secret_without_a_cipher() {
        assertThatThrownBy(() -> new AnswerSeal(null).close(KEY, Card.class, ANSWER))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
