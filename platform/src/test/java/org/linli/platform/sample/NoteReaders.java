package org.linli.platform.sample;

import org.linli.platform.correlation.Correlation;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.event.PoisonEvent;
import org.linli.platform.inbox.EventConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Two consumers that write down what they are given. */
@Configuration(proxyBeanMethods = false)
public class NoteReaders {

    /** Topic that tests publish to themselves. */
    public static final String INBOUND = "linli.sample.inbound";

    @Bean
    Reader noteReader(DatabaseClient database) {
        return new Reader("sample.notes", Set.of(Notes.TOPIC), database);
    }

    @Bean
    Reader inboundReader(DatabaseClient database) {
        return new Reader("sample.inbound", Set.of(INBOUND), database);
    }

    /** Fails as the event's data tells it to. */
    public static final class Reader implements EventConsumer {

        private static final Logger log = LoggerFactory.getLogger(Reader.class);

        private final String name;
        private final Set<String> topics;
        private final DatabaseClient database;
        private final AtomicInteger troubles = new AtomicInteger();
        private final AtomicBoolean mended = new AtomicBoolean();

        Reader(String name, Set<String> topics, DatabaseClient database) {
            this.name = name;
            this.topics = topics;
            this.database = database;
        }

        /** Whether what was poison can be taken now. */
        public AtomicBoolean mended() {
            return mended;
        }

        /** How often an effect was tried that data with {@code trouble} stops in passing. */
        public AtomicInteger troubles() {
            return troubles;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<String> topics() {
            return topics;
        }

        @Override
        public Mono<Void> apply(List<IncomingEvent> events) {
            return Flux.fromIterable(events).concatMap(this::note).then();
        }

        private Mono<Void> note(IncomingEvent event) {
            String data = new String(event.data(), StandardCharsets.UTF_8);
            if (data.contains("poison") && !mended.get()) {
                throw new PoisonEvent("it says poison");
            }
            if (data.contains("trouble") && troubles.decrementAndGet() >= 0) {
                return Mono.error(new IllegalStateException("the database is busy"));
            }
            String text =
                    data.contains("unstorable") ? "a\u0000b" : data.length() > 500 ? "long " + data.length() : data;
            var insert = database.sql("""
                            INSERT INTO given (consumer, event_id, subject, sequence, correlation, data)
                            VALUES (:consumer, :id, :subject, :sequence, :correlation, :data)
                            """)
                    .bind("consumer", name)
                    .bind("id", event.id())
                    .bind("subject", event.subject())
                    .bind("sequence", event.sequence())
                    .bind("data", text);
            String correlation = event.correlationId();
            return Correlation.logged(() -> log.info("was given an event"))
                    .then((correlation == null
                                    ? insert.bindNull("correlation", String.class)
                                    : insert.bind("correlation", correlation))
                            .then());
        }
    }
}
