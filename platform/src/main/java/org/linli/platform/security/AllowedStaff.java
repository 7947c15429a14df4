package org.linli.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What everybody of a unit may read: {@link Allowed} with the roles of {@link Actor#isStaff()}. */
@Allowed({Role.CITY, Role.HQ, Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.AUDITOR})
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedStaff {}
