package org.linli.platform.openapi;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The handler makes something new: the document says 201 and where to find it. A handler's own {@code ResponseEntity}
 * says so to the caller; the denial table of each service sees that both say the same.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ResponseStatus(HttpStatus.CREATED)
public @interface Creates {

    /** Whether the new thing has an address of its own, for {@code Location}. */
    boolean located() default true;

    /** What 200 means, where it answers that too. */
    String otherwise() default "";
}
