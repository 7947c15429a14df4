package org.linli.platform.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.joda.money.Money;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Actor;
import org.linli.platform.unit.UnitCode;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import java.time.YearMonth;

/** Teaches the OpenAPI description the types that travel as text, and what stands on handlers instead of in them. */
@AutoConfiguration
@ConditionalOnClass(SpringDocUtils.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class OpenApiAutoConfiguration {

    static final String BEARER = "token";

    static {
        ModelResolver.enumsAsRef = true;
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class, CommandKey.class, ExpectedVersion.class, PageRequest.class)
                .replaceWithSchema(Money.class, text("An amount in yuan", "-?[0-9]{1,16}(\\.[0-9]{1,2})?", "1234.56"))
                .replaceWithSchema(
                        UnitCode.class, text("A unit code", "[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}", "440703006101"))
                .replaceWithSchema(YearMonth.class, text("A period", "[0-9]{4}-[0-9]{2}", "2026-03"));
    }

    private static Schema<String> text(String description, String pattern, String example) {
        Schema<String> schema = new StringSchema();
        schema.description(description).pattern("^(" + pattern + ")$").example(example);
        return schema;
    }

    @Bean
    GlobalOperationCustomizer routeNotes() {
        return new HandlerMetadataCustomizer();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    GlobalOpenApiCustomizer answerNotes() {
        return new ResponseCustomizer();
    }

    @Bean
    SchemaNames schemaNames() {
        return new SchemaNames();
    }

    /** In place of the one that knows a type by its simple name alone. */
    @Bean
    ModelResolver modelResolver(SchemaNames names) {
        return new NamedTypes(names);
    }

    @Bean
    @Order(0)
    GlobalOpenApiCustomizer commonParts(SchemaNames names) {
        return document -> {
            document.schema(ProblemSchema.NAME, ProblemSchema.make());
            document.schema(ProblemSchema.FIELD_ERROR, ProblemSchema.fieldError());
            document.getComponents()
                    .addSecuritySchemes(
                            BEARER,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .bearerFormat("JWT")
                                    .description("Access token of the identity provider"));
            names.check(document);
            new RequiredPropertiesCustomizer(names.named()).customise(document);
        };
    }
}
