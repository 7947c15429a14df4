package org.linli.platform.idempotency;

import org.jspecify.annotations.Nullable;
import org.linli.platform.encryption.FieldCipher;

/** Seals what is kept of a {@link SecretAnswer}, bound to the key that it was given for; others stay as they are. */
final class AnswerSeal {

    private final @Nullable FieldCipher cipher;

    AnswerSeal(@Nullable FieldCipher cipher) {
        this.cipher = cipher;
    }

    String close(CommandKey key, Class<?> type, String answer) {
        return isSecret(type) ? cipher().seal(answer, place(key)) : answer;
    }

    String open(CommandKey key, Class<?> type, String kept) {
        return isSecret(type) ? cipher().open(kept, place(key)) : kept;
    }

    private static boolean isSecret(Class<?> type) {
        return type.isAnnotationPresent(SecretAnswer.class);
    }

    private FieldCipher cipher() {
        if (cipher == null) {
            throw new IllegalStateException("a service that answers with secrets has a cipher");
        }
        return cipher;
    }

    private static String place(CommandKey key) {
        return "idempotency/" + key.caller() + "/" + key.key();
    }
}
