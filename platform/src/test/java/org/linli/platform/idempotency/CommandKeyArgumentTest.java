package org.linli.platform.idempotency;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.ProblemException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CommandKeyArgumentTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void takes_visible_ascii() {
        assertThat(((CommandKey) resolved("key-1~").block(LIMIT)).key()).isEqualTo("key-1~");
    }

    /** Octets above 0x7F come as characters of ISO 8859-1, some of which the firewall keeps out. */
    @ParameterizedTest
    @ValueSource(strings = {"键", "é", "a b", "\u0080", "钥匙-1", "𠮷"})
    void names_itself_where_it_is_refused(String key) {
        String sent = new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> resolved(sent).block(LIMIT));
        assertThat(refused.problem().status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.problem().errors()).extracting(FieldError::field).containsExactly("Idempotency-Key");
    }

    private static Mono<Object> resolved(String key) {
        ServerWebExchange sent = MockServerWebExchange.builder(
                        MockServerHttpRequest.post("/api/partner/partners").header(CommandKey.HEADER, key))
                .principal((Principal) () -> "subject")
                .build();
        return new StrictServerWebExchangeFirewall()
                .getFirewalledExchange(sent)
                .flatMap(exchange ->
                        new CommandKeyArgument().resolveArgument(parameter(), new BindingContext(), exchange));
    }

    private static MethodParameter parameter() {
        return MethodParameter.forExecutable(CommandKeyArgumentTest.class.getDeclaredMethods()[0], -1);
    }
}
