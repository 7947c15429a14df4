package org.linli.partner.proposal.review;

import io.r2dbc.spi.Readable;
import org.linli.partner.call.application.StoredCall;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Rankings that decisions cite; only ever added to. */
@Repository
class FrozenRankings {

    private static final String COLUMNS = "id, call_id, unit_code, round, places::text AS places, frozen_by, frozen_at";

    private final DatabaseClient database;
    private final JsonMapper json;

    FrozenRankings(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps a ranking unless the call's last one is the same. @return the id of the one that stands */
    Mono<UUID> keep(StoredCall call, int round, List<Ranking.Place> places, String by, Instant at, Scope scope) {
        String written = json.writeValueAsString(places);
        return database.sql("""
                        SELECT id FROM (SELECT * FROM review_ranking
                                         WHERE call_id = :call AND unit_code LIKE ANY(:scope)
                                         ORDER BY id DESC LIMIT 1) last
                         WHERE round = :round AND places = :places::jsonb
                        """)
                .bind("call", call.call().id())
                .bind("scope", scope.likePatterns())
                .bind("round", round)
                .bind("places", written)
                .mapValue(UUID.class)
                .one()
                .switchIfEmpty(Mono.defer(() -> add(call, round, written, by, at)));
    }

    private Mono<UUID> add(StoredCall call, int round, String places, String by, Instant at) {
        return database.sql("""
                        INSERT INTO review_ranking (call_id, unit_code, round, places, frozen_by, frozen_at)
                        VALUES (:call, :unit, :round, :places::jsonb, :by, :at)
                        RETURNING id
                        """)
                .bind("call", call.call().id())
                .bind("unit", call.call().terms().unit().value())
                .bind("round", round)
                .bind("places", places)
                .bind("by", by)
                .bind("at", at)
                .mapValue(UUID.class)
                .one();
    }

    Mono<FrozenRanking> find(UUID id, Scope scope) {
        return database.sql("SELECT " + COLUMNS + " FROM review_ranking WHERE id = :id AND unit_code LIKE ANY(:scope)")
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(this::read)
                .one();
    }

    private FrozenRanking read(Readable row) {
        return new FrozenRanking(
                Columns.id(row, "id"),
                Columns.id(row, "call_id"),
                Columns.unit(row, "unit_code"),
                Columns.integer(row, "round"),
                List.of(json.readValue(Columns.text(row, "places"), Ranking.Place[].class)),
                Columns.text(row, "frozen_by"),
                Columns.time(row, "frozen_at"));
    }
}
