package org.linli.platform.inbox;

import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Remembers what a consumer takes, so that nothing is taken twice. */
final class Claims {

    private static final String CLAIM = """
            INSERT INTO inbox (consumer, event_id)
            SELECT :consumer, unnest(:ids::uuid[])
            ON CONFLICT DO NOTHING
            RETURNING event_id
            """;

    private final DatabaseClient database;

    Claims(DatabaseClient database) {
        this.database = database;
    }

    /** Those of the ids that the consumer had not; in one order, so that two who claim never wait for each other. */
    Mono<Set<UUID>> claim(String consumer, Stream<UUID> ids) {
        return database.sql(CLAIM)
                .bind("consumer", consumer)
                .bind("ids", ids.sorted().toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all()
                .collect(Collectors.toSet());
    }
}
