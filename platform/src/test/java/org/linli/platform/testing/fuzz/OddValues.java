package org.linli.platform.testing.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** What nobody should send, and somebody will. */
final class OddValues {

    /** JSON values as they stand in the text, some of them not JSON at all. */
    static final List<String> JSON = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "-1e-400",
            "1e9999999",
            "99999999999999999999999999999999",
            "0.1234567890123456789",
            "NaN",
            "Infinity",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"\":1}",
            "'x'",
            "undefined",
            "0x1F",
            "01",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\uffff\"",
            "\"\u202Eabc\u202C\"",
            "\"👩‍👩‍👧‍👦\"",
            "\"e\\u0301\"",
            "\"'; DROP TABLE outbox; --\"",
            "\"%s%n${jndi:ldap://x}\"",
            "\"../../etc/passwd\"",
            "\"1,234.56\"",
            "\"１２３\"",
            "\"1e5\"",
            "\"0.001\"",
            "\"-0.00\"",
            "\"999999999999.99\"",
            "\"1000000000000.00\"",
            "\"99999999999999999999999999.99\"",
            "\"2026-13\"",
            "\"2026-02-30\"",
            "\"0000-00\"",
            "\"+999999999-12-31\"",
            "\"2026-1\"",
            "\"440703006101\"",
            "\"4407030061\"",
            "\"4407\"",
            "\"９４０７\"",
            "\"true\"",
            "\"\\ud83d\"",
            "2147483648",
            "9223372036854775808",
            "-9223372036854775809",
            "1.5",
            "\"\\n\\r\\t\\b\"");

    /** Values for a path, query or header, percent-encoded or deliberately not. */
    static final List<String> TEXT = List.of(
            "",
            "%20",
            "%00",
            "a%00b",
            "%ED%A0%80",
            "%C0%80",
            "%FF%FE",
            "%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7",
            "%E2%80%AE",
            "%zz",
            "%",
            "%2",
            "%2F%2F",
            "..%2F..%2Fetc",
            "%27%3B--",
            "null",
            "true",
            "-1",
            "0",
            "99999999999999999999",
            "1e9",
            "1.5",
            "NaN",
            "2026-13",
            "2026-00",
            "99999-01",
            "-0001-01",
            "0000-01",
            "2026-02-30",
            "4407",
            "44070300",
            "440703006101",
            "999999999999",
            "4407030061019",
            "%EF%BC%94%EF%BC%94%EF%BC%90%EF%BC%97",
            "*",
            "_",
            "%25",
            "%5F",
            "%5C",
            "a%5Cb",
            "ACCEPTED",
            "accepted",
            "GROSS",
            "[]",
            "%7B%7D",
            "%0A%0D",
            "aGVsbG8",
            "====",
            "%C3%A9",
            "é",
            "2147483648");

    private OddValues() {}

    static String json(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> "\"" + "长".repeat(random.nextInt(1, 20_000)) + "\"";
            case 1 -> "[".repeat(random.nextInt(1, 3_000));
            case 2 -> "1" + "0".repeat(random.nextInt(1, 2_000));
            default -> JSON.get(random.nextInt(JSON.size()));
        };
    }

    static String text(SplittableRandom random) {
        return random.nextInt(12) == 0 ? "x".repeat(random.nextInt(200, 900)) : TEXT.get(random.nextInt(TEXT.size()));
    }
}
