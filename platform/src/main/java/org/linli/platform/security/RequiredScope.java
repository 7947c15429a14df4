package org.linli.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The OAuth scope, {@code area:read} or {@code area:write}, that a machine's token must have to call a route; to write
 * includes to read. A route without one is a person's, whatever scopes a token has.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiredScope {
    String value();
}
