package org.linli.platform.testing;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test of a whole service on real parts: a random port, a PostgreSQL database and a Kafka broker of the application
 * context's own, and an issuer whose tokens {@link TestTokens} mints.
 *
 * <p>Injectable beside the service's own beans: {@link TestHttp}, {@link TestDatabase}, {@link TestKafka} and
 * {@link DatabaseFingerprint}. Whether the parts are embedded or come from a container engine is decided by
 * {@link Engine#chosen()}; no test can tell.
 *
 * <p>Classes with the same configuration share one context, hence one database: a test takes unit codes of its own
 * (see {@code Histories}) instead of cleaning up. Every other configuration costs a start of the service and of a broker,
 * so a module keeps to one where it can.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestEnvironment.Issuer.class)
@Import(TestEnvironment.class)
@TestPropertySource(
        properties = {
            "linli.log.format=",
            "logging.level.org.apache.kafka=warn",
            // The driver names the connection in what it logs, see SqlLog; it asks once, when its classes are loaded.
            "logging.level.io.r2dbc.postgresql.client.ConnectionContext.context=debug"
        })
public @interface LinliTest {

    /** {@code key=value} pairs for this context alone. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};

    /** The application to start; by default the one found in the test's package or above. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
    Class<?>[] classes() default {};
}
