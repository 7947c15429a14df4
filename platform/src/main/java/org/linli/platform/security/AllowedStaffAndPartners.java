package org.linli.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What everybody of a unit and every partner may read, each what is {@link Visibility visible} to them. */
@Allowed({Role.CITY, Role.HQ, Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.AUDITOR, Role.PARTNER})
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedStaffAndPartners {}
