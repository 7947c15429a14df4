package org.linli.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A repository method, or all of a repository's, that no caller's rights limit, since the service asks for itself or the
 * rows are nobody's. {@code ServiceArchitecture} wants it where neither a scope nor a {@link Visibility} is taken.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SystemAccess {

    /** Why. */
    String value();
}
