package org.linli.partner.trial.store;

import org.linli.partner.trial.Opinion;
import org.linli.platform.database.Columns;
import org.linli.platform.security.Visibility;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.UUID;

/** Opinions as they were told; only added to. */
@Repository
public class Opinions {

    private static final String VISIBLE = Visibility.condition("t", "partner_id");

    private final DatabaseClient database;
    private final JsonMapper json;

    Opinions(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps others from telling one until the transaction ends. */
    public Mono<UUID> lock(UUID trial, Visibility visibility) {
        return database.sql("SELECT t.id FROM trial t WHERE t.id = :trial AND " + VISIBLE + " FOR NO KEY UPDATE")
                .bind("trial", trial)
                .bindValues(visibility.values())
                .mapValue(UUID.class)
                .one();
    }

    /** The one told last. */
    public Mono<Opinion> last(UUID trial, Visibility visibility) {
        return database.sql("""
                        SELECT o.opinion::text AS opinion FROM trial_opinion o JOIN trial t ON t.id = o.trial_id
                         WHERE t.id = :trial AND """ + " " + VISIBLE + " ORDER BY o.id DESC LIMIT 1")
                .bind("trial", trial)
                .bindValues(visibility.values())
                .map(row -> json.readValue(Columns.text(row, "opinion"), Opinion.class))
                .one();
    }

    public Mono<Opinion> add(UUID trial, Opinion opinion, Instant now, Visibility visibility) {
        return database.sql("""
                        INSERT INTO trial_opinion (trial_id, spoken, opinion, told_at)
                        SELECT t.id, :spoken, :opinion::jsonb, :now FROM trial t
                         WHERE t.id = :trial AND """ + " " + VISIBLE)
                .bind("trial", trial)
                .bindValues(visibility.values())
                .bind("spoken", opinion.spoken())
                .bind("opinion", json.writeValueAsString(opinion))
                .bind("now", now)
                .then()
                .thenReturn(opinion);
    }
}
