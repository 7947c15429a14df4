package org.linli.partner;

import org.linli.platform.security.Role;
import org.linli.platform.testing.TestHttp;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What partners, branches and HQ do, over HTTP with their own rights. */
public final class PartnerSteps {

    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private static final int[] IDENTITY_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final TestHttp http;

    public PartnerSteps(TestHttp http) {
        this.http = http;
    }

    /** Speaks to the service under test. */
    public TestHttp http() {
        return http;
    }

    /** A firm as it registers itself; change the map to make another one of it. @param digits 9, which make it unique */
    public static Map<String, Object> firm(String digits) {
        Map<String, Object> firm = new LinkedHashMap<>();
        firm.put("name", "暖心家政" + digits);
        firm.put("kind", "FIRM");
        firm.put("team", false);
        firm.put("creditCode", creditCode(digits));
        return firm;
    }

    /** A credit code of a firm with the right check character. @param digits 9 */
    public static String creditCode(String digits) {
        String body = "91440703" + digits;
        int sum = 0;
        for (int at = 0; at < body.length(); at++) {
            sum += CREDIT_ALPHABET.indexOf(body.charAt(at)) * CREDIT_WEIGHTS[at];
        }
        return body + CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** An identity number with the right check digit. @param digits 9 */
    public static String identityNumber(String digits) {
        long number = Long.parseLong(digits);
        LocalDate birthday = LocalDate.of(1960, 1, 1).plusDays(number % 14_009);
        String body = "440703" + birthday.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(number % 1000);
        int sum = 0;
        for (int at = 0; at < body.length(); at++) {
            sum += (body.charAt(at) - '0') * IDENTITY_WEIGHTS[at];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** The key under which {@link #partner} registers: sent again, it gives the same answer. */
    public static String keyOf(String unit) {
        return "register-partner-" + unit;
    }

    /**
     * The partner that subject {@code partner-<unit>} acts for, that of {@code TestTokens.token(PARTNER, unit)};
     * registered the first time. @param unit 9 digits or more
     */
    public JsonNode partner(String unit) {
        String digits = unit.length() == 9 ? unit : unit.substring(unit.length() - 9);
        return read(
                http.as(Role.PARTNER, unit)
                        .post()
                        .uri("/api/partner/partners")
                        .header("Idempotency-Key", keyOf(unit))
                        .bodyValue(firm(digits))
                        .exchange(),
                201);
    }

    public JsonNode post(Role role, String unit, String path, Object body, int status) {
        return post(http.as(role, unit), path, body, status);
    }

    public JsonNode post(WebTestClient client, String path, Object body, int status) {
        var request = client.post().uri("/api/partner" + path);
        return read((body == null ? request : request.bodyValue(body)).exchange(), status);
    }

    public JsonNode put(Role role, String unit, String path, Object body, int status) {
        return read(
                http.as(role, unit)
                        .put()
                        .uri("/api/partner" + path)
                        .bodyValue(body)
                        .exchange(),
                status);
    }

    public JsonNode get(Role role, String unit, String path) {
        return get(role, unit, path, 200);
    }

    public JsonNode get(Role role, String unit, String path, int status) {
        return read(http.as(role, unit).get().uri("/api/partner" + path).exchange(), status);
    }

    /** The answer's body, after its status was seen to be this. */
    public static JsonNode read(WebTestClient.ResponseSpec answer, int status) {
        byte[] body = answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNullElse(body, "null".getBytes()));
    }
}
