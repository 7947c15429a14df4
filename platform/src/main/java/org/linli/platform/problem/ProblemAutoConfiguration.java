package org.linli.platform.problem;

import io.micrometer.core.instrument.MeterRegistry;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.linli.platform.money.MoneyJacksonModule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;

/** Strict reading of requests, and one way in which every error is answered. */
@AutoConfiguration(
        after = JacksonAutoConfiguration.class,
        before = ErrorWebFluxAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class ProblemAutoConfiguration {

    /**
     * Unknown or repeated fields, numbers for text, fractions for whole numbers and trailing text are mistakes, not
     * matters of taste. A decimal may come as text too, as answers give it: what was read can be sent back.
     */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return builder -> builder.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        BigDecimal.class,
                        config -> config.setCoercion(CoercionInputShape.String, CoercionAction.TryConvert))
                .addModules(new MoneyJacksonModule(), new TextGuard(), new TimeModule());
    }

    @Bean
    @ConditionalOnMissingBean
    ProblemWriter problemWriter(JsonMapper json, MeterRegistry metrics) {
        return new ProblemWriter(json, metrics);
    }

    @Bean
    ValidationConfigurationCustomizer sizesInCharacters() {
        return configuration -> {
            if (configuration instanceof HibernateValidatorConfiguration hibernate) {
                Characters.count(hibernate);
            }
        };
    }

    @Bean
    WebFluxConfigurer timeParameters() {
        return new TimeParameters();
    }

    @Bean
    RequestTextFilter requestTextFilter() {
        return new RequestTextFilter();
    }

    @Bean
    AcceptedAnswerFilter acceptedAnswerFilter() {
        return new AcceptedAnswerFilter();
    }
}
