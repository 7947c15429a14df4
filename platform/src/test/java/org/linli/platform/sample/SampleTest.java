package org.linli.platform.sample;

import org.linli.platform.testing.LinliTest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the sample service; all of them share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LinliTest(
        classes = SampleApplication.class,
        properties = {
            "spring.application.name=sample",
            "spring.config.import=classpath:linli-platform.yaml",
            "spring.flyway.locations=classpath:db/platform,classpath:db/sample",
            "linli.postgres.database=sample",
            "linli.outbox.idle=50ms",
            "management.server.port=0",
            "springdoc.api-docs.path=/api/sample/v3/api-docs",
            "management.tracing.sampling.probability=1.0"
        })
public @interface SampleTest {}
