package org.linli.platform.security;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import static org.assertj.core.api.Assertions.assertThat;

class BasicCredentialsTest {

    @ParameterizedTest
    @CsvSource({
        "hq, linli-demo, hq:linli-demo",
        "a:b, c:d, a%3Ab:c%3Ad",
        "a, 1+1, a:1%2B1",
        "a, 100%, a:100%25",
        "a, %41, a:%2541",
        "a, b c, a:b+c",
        "客户, 邻里, %E5%AE%A2%E6%88%B7:%E9%82%BB%E9%87%8C"
    })
    void each_half_is_form_encoded_before_they_are_joined(String client, String secret, String expected) {
        String header = BasicCredentials.header(client, secret);

        assertThat(header).startsWith("Basic ");
        assertThat(new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.US_ASCII))
                .isEqualTo(expected);
    }
}
