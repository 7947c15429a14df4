package org.linli.platform.encryption;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The keys of one service's personal data, each 32 bytes in Base64.
 *
 * <p>To rotate: add a key under a new id and name it as the current one. What was sealed under an older key stays
 * readable as long as that key is listed. The index key never changes, or look-ups find nothing.
 *
 * @param current id of the key that seals
 * @param keys by id: 1 to 20 letters, digits or dashes
 * @param index key of the blind index, used for nothing else
 */
public record SecretKeys(String current, Map<String, String> keys, String index) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final int BYTES = 32;

    /** @throws IllegalArgumentException naming the setting at fault, never its value */
    public SecretKeys {
        keys = Map.copyOf(keys);
        if (!keys.containsKey(current)) {
            throw new IllegalArgumentException("the current key '" + current + "' is not one of " + ids(keys));
        }
        new TreeMap<>(keys).forEach((id, key) -> {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("the key id '" + id + "' is not 1 to 20 letters, digits or dashes");
            }
            check("key '" + id + "'", key);
        });
        check("index key", index);
        if (keys.containsValue(index)) {
            throw new IllegalArgumentException("the index key must differ from the keys that seal");
        }
    }

    static byte[] bytes(String key) {
        return Base64.getDecoder().decode(key);
    }

    private static void check(String what, String key) {
        try {
            if (bytes(key).length == BYTES) {
                return;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("the " + what + " is not Base64");
        }
        throw new IllegalArgumentException("the " + what + " is not " + BYTES + " bytes long");
    }

    private static Set<String> ids(Map<String, String> keys) {
        return new TreeMap<>(keys).keySet();
    }

    /** Says which keys there are and nothing of what they are. */
    @Override
    public String toString() {
        return "SecretKeys[current=" + current + ", keys=" + ids(keys) + "]";
    }
}
