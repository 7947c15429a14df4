package org.linli.platform.bulkhead;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route whose work is heavy: its body is read and it is done within the {@link Bulkheads bulkhead} of this name, or
 * answered with 503 {@code capacity-reached}. For routes that are seldom heavy {@link Bulkheads#run} bounds what is.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HeavyWork {

    /** Name of the bulkhead, shared by all routes that say the same. */
    String value();
}
