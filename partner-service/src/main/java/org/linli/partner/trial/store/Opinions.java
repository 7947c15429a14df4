package org.linli.partner.trial.store;

import org.linli.partner.trial.Opinion;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.UUID;

/** Opinions as they were told, of trials that the caller was seen to reach; only added to. */
@Repository
public class Opinions {

    private final DatabaseClient database;
    private final JsonMapper json;

    Opinions(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps others from telling one until the transaction ends. */
    public Mono<UUID> lock(UUID trial) {
        return database.sql("SELECT id FROM trial WHERE id = :trial FOR NO KEY UPDATE")
                .bind("trial", trial)
                .mapValue(UUID.class)
                .one();
    }

    /** The one told last. */
    public Mono<Opinion> last(UUID trial) {
        return database.sql("""
                        SELECT opinion::text AS opinion FROM trial_opinion
                         WHERE trial_id = :trial ORDER BY id DESC LIMIT 1
                        """)
                .bind("trial", trial)
                .map(row -> json.readValue(Columns.text(row, "opinion"), Opinion.class))
                .one();
    }

    public Mono<Opinion> add(UUID trial, Opinion opinion, Instant now) {
        return database.sql("""
                        INSERT INTO trial_opinion (trial_id, spoken, opinion, told_at)
                        VALUES (:trial, :spoken, :opinion::jsonb, :now)
                        """)
                .bind("trial", trial)
                .bind("spoken", opinion.spoken())
                .bind("opinion", json.writeValueAsString(opinion))
                .bind("now", now)
                .then()
                .thenReturn(opinion);
    }
}
