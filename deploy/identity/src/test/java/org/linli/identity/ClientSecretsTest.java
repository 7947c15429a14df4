package org.linli.identity;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;

import static org.assertj.core.api.Assertions.assertThat;

class ClientSecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a+b", "100%", "%41", "a:b", "a b", "邻里 & co", "=?/"})
    void a_secret_of_any_characters_comes_through_form_encoded(String secret) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/oauth2/token");
        request.addHeader("Authorization", RunningIdentity.basic("client of " + secret, secret));

        var client = new ClientSecretBasicAuthenticationConverter().convert(request);

        assertThat(client).isNotNull();
        assertThat(client.getName()).isEqualTo("client of " + secret);
        assertThat(new ClientSecrets().matches(String.valueOf(client.getCredentials()), secret))
                .isTrue();
    }
}
