package org.linli.platform.bounds;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the body of a route may cost, where {@value #DEFAULT_BYTES} bytes in {@value #DEFAULT_SECONDS} seconds are too
 * little. The gateway's own bounds of a kind of route are as large as the largest of it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {

    int KB = 1024;
    int MB = 1024 * KB;
    int DEFAULT_BYTES = 64 * KB;
    int DEFAULT_SECONDS = 10;

    /** Largest body, declared or counted as it comes. */
    int bytes();

    /** Until when it must have come as a whole. */
    int seconds() default DEFAULT_SECONDS;
}
