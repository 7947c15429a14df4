package org.linli.bench.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.linli.platform.database.LinliDatabaseAutoConfiguration;
import org.linli.platform.outbox.OutboxAutoConfiguration;
import org.linli.processes.PostgresProcess;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;

import java.sql.Connection;
import java.util.concurrent.locks.LockSupport;

/** The platform's own relay with the settings that every service has, started and stopped at will. */
final class RunningRelay implements AutoCloseable {

    private static final long LOOK_NANOS = 5_000_000;

    private final RelayFixture ground;
    private final ConfigurableApplicationContext context;
    private final SmartLifecycle relay;

    RunningRelay(RelayFixture ground) {
        this.ground = ground;
        this.context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(
                        "--spring.config.import=classpath:linli-platform.yaml",
                        "--spring.application.name=relay-bench",
                        "--linli.postgres.port=" + ground.postgres().port(),
                        "--linli.postgres.user=" + PostgresProcess.USER,
                        "--linli.postgres.password=" + PostgresProcess.PASSWORD,
                        "--linli.postgres.database=" + RelayFixture.DATABASE,
                        "--spring.kafka.bootstrap-servers=" + ground.kafka().bootstrapServers(),
                        "--linli.log.format=",
                        "--logging.level.root=warn");
        this.relay = context.getBean("outboxRelay", SmartLifecycle.class);
        relay.stop();
    }

    /** From the relay's start with a full table until the last event is marked as sent. */
    double rate(int events) throws Exception {
        ground.fill(events);
        try (Connection watch = ground.connect()) {
            long start = System.nanoTime();
            relay.start();
            while (!RelayFixture.isDrained(watch)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            return events * 1e9 / (System.nanoTime() - start);
        } finally {
            relay.stop();
        }
    }

    @Override
    public void close() {
        context.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        R2dbcAutoConfiguration.class,
        LinliDatabaseAutoConfiguration.class,
        KafkaAutoConfiguration.class,
        OutboxAutoConfiguration.class
    })
    static class Application {

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }
    }
}
