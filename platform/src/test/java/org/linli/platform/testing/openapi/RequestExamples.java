package org.linli.platform.testing.openapi;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.linli.platform.money.MoneyJacksonModule;
import org.linli.platform.openapi.RequestExample;
import org.linli.platform.problem.TextGuard;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** The bodies that handlers state as examples, read as a service reads them. */
public final class RequestExamples {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModules(new MoneyJacksonModule(), new TextGuard())
            .build();

    private RequestExamples() {}

    /** The example of the handler of that name; fails where it breaks a constraint. */
    public static <T> T of(Class<?> controller, String handler, Class<T> type) {
        String json = Arrays.stream(controller.getDeclaredMethods())
                .filter(method -> method.getName().equals(handler))
                .map(method -> method.getAnnotation(RequestExample.class))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .value();
        T body = JSON.readValue(json, type);
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            assertThat(factory.getValidator().validate(body)).isEmpty();
        }
        return body;
    }
}
