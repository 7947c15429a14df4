package org.linli.platform.encryption;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FieldCipherTest {

    private static final String PLACE = "partner/1/phone";
    private static final FieldCipher OLD = cipher("a", Map.of("a", key(1)));

    @Test
    void opens_what_it_sealed_and_seals_nothing_twice_the_same() {
        for (String clear : new String[] {"", "13800138000", "邻里 𠮷"}) {
            String sealed = OLD.seal(clear, PLACE);
            assertThat(OLD.open(sealed, PLACE)).isEqualTo(clear);
            assertThat(sealed).startsWith("a.").isNotEqualTo(OLD.seal(clear, PLACE));
        }
    }

    @Test
    void sees_every_changed_character() {
        String sealed = OLD.seal("13800138000", PLACE);
        for (int at = 2; at < sealed.length(); at++) {
            String changed =
                    sealed.substring(0, at) + (sealed.charAt(at) == 'A' ? 'B' : 'A') + sealed.substring(at + 1);
            if (!sameBytes(changed, sealed)) {
                assertThatThrownBy(() -> OLD.open(changed, PLACE)).isInstanceOf(UnreadableSecret.class);
            }
        }
    }

    @Test
    void refuses_a_value_moved_elsewhere_and_what_was_never_sealed() {
        String sealed = OLD.seal("13800138000", PLACE);
        assertThatThrownBy(() -> OLD.open(sealed, "partner/2/phone")).isInstanceOf(UnreadableSecret.class);
        for (String odd : new String[] {"", ".", "a.", "a.AAAA", "a.&", "13800138000"}) {
            assertThatThrownBy(() -> OLD.open(odd, PLACE)).isInstanceOf(UnreadableSecret.class);
        }
    }

    @Test
    void reads_the_old_key_after_rotation_and_seals_under_the_new() {
        String sealed = OLD.seal("6222", PLACE);
        FieldCipher rotated = cipher("b", Map.of("a", key(1), "b", key(2)));
        assertThat(rotated.open(sealed, PLACE)).isEqualTo("6222");
        assertThat(rotated.seal("6222", PLACE)).startsWith("b.");
        FieldCipher later = cipher("b", Map.of("b", key(2)));
        assertThatThrownBy(() -> later.open(sealed, PLACE)).hasMessageContaining("not listed");
        FieldCipher renamed = cipher("a", Map.of("a", key(2)));
        assertThatThrownBy(() -> renamed.open(sealed, PLACE)).isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void finds_equal_values_of_one_kind_under_any_sealing_key() {
        FieldCipher rotated = cipher("b", Map.of("a", key(1), "b", key(2)));
        assertThat(rotated.index("x", "phone"))
                .isEqualTo(OLD.index("x", "phone"))
                .hasSize(64);
        assertThat(OLD.index("x", "phone")).isNotEqualTo(OLD.index("x", "bank")).isNotEqualTo(OLD.index("y", "phone"));
    }

    @Test
    void refuses_keys_that_are_none_without_showing_them() {
        String shortKey = Base64.getEncoder().encodeToString(new byte[16]);
        assertThatThrownBy(() -> new SecretKeys("a", Map.of("a", shortKey), key(9)))
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining(shortKey);
        assertThatThrownBy(() -> new SecretKeys("a", Map.of("a", "*"), key(9))).hasMessageContaining("Base64");
        assertThatThrownBy(() -> new SecretKeys("b", Map.of("a", key(1)), key(9)))
                .hasMessageContaining("'b'");
        assertThatThrownBy(() -> new SecretKeys("a", Map.of("a", key(1)), key(1)))
                .hasMessageContaining("differ");
        assertThat(new SecretKeys("a", Map.of("a", key(1)), key(9)).toString()).doesNotContain(key(1), key(9));
    }

    /** The last character of Base64 without padding may hold bits that mean nothing. */
    private static boolean sameBytes(String one, String other) {
        return java.util.Arrays.equals(
                Base64.getDecoder().decode(one.substring(2)),
                Base64.getDecoder().decode(other.substring(2)));
    }

    private static FieldCipher cipher(String current, Map<String, String> keys) {
        return new FieldCipher(new SecretKeys(current, keys, key(9)));
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
