package org.linli.company;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Objects;

/** Present where {@code linli.roles} (comma-separated, default {@code branch,hq}) names the role. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnRole.Named.class)
@interface ConditionalOnRole {

    String value();

    final class Named implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var attributes =
                    Objects.requireNonNull(metadata.getAnnotationAttributes(ConditionalOnRole.class.getName()));
            String roles = context.getEnvironment().getProperty("linli.roles", "branch,hq");
            return Arrays.stream(roles.split(","))
                    .map(String::trim)
                    .anyMatch(role -> role.equals(attributes.get("value")));
        }
    }
}
