package org.linli.platform.testing;

import io.r2dbc.spi.ConnectionFactoryOptions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import java.util.List;

/** Hands one application context its own database and broker, as the connection details Boot asks for. */
@TestConfiguration(proxyBeanMethods = false)
class TestEnvironment {

    /** Tells the service whose tokens to trust, before anything is configured from it. */
    static class Issuer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "linli.security.issuer=" + TestIssuer.running().address(),
                            "linli.postgres.password=of the context's own database, see below")
                    .applyTo(context);
        }
    }

    @Bean(destroyMethod = "close")
    TestDatabase testDatabase() {
        return Engine.chosen().newDatabase();
    }

    @Bean(destroyMethod = "close")
    TestKafka testKafka() {
        return Engine.chosen().newKafka();
    }

    @Bean
    R2dbcConnectionDetails r2dbcConnectionDetails(TestDatabase database) {
        return new R2dbcConnectionDetails() {
            @Override
            public ConnectionFactoryOptions getConnectionFactoryOptions() {
                return database.r2dbcOptions();
            }
        };
    }

    @Bean
    FlywayConnectionDetails flywayConnectionDetails(TestDatabase database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return database.owner().name();
            }

            @Override
            public String getPassword() {
                return database.owner().password();
            }

            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }
        };
    }

    @Bean
    KafkaConnectionDetails kafkaConnectionDetails(TestKafka kafka) {
        return new KafkaConnectionDetails() {
            @Override
            public List<String> getBootstrapServers() {
                return List.of(kafka.bootstrapServers());
            }
        };
    }

    @Bean
    TestHttp testHttp(Environment environment) {
        return new TestHttp(environment);
    }

    @Bean
    DatabaseFingerprint databaseFingerprint(TestDatabase database) {
        return DatabaseFingerprint.of(database);
    }

    @Bean
    ServiceUnderTest serviceUnderTest(
            TestHttp http,
            TestDatabase database,
            DatabaseFingerprint fingerprint,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        return new ServiceUnderTest(http, database, fingerprint, routes);
    }
}
