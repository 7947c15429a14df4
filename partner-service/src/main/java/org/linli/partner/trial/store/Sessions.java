package org.linli.partner.trial.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.room.Booking;
import org.linli.partner.room.TimeSpan;
import org.linli.partner.trial.TrialResult;
import org.linli.partner.trial.TrialSession;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.security.Visibility;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import static org.linli.platform.paging.SortColumn.id;

/** Sessions of trials, and what was seen of them. */
@Repository
public class Sessions {

    private static final String SELECT = """
            SELECT s.*, b.state <> 'BOOKED' AS cancelled, t.title, b.room_id, r.name AS room_name, r.place,
                   (SELECT count(*) FROM trial_seat p
                     WHERE p.session_id = s.id AND p.state IN ('SIGNED_UP', 'ATTENDED', 'HEARD')) AS taken,
                   (SELECT count(*) FROM trial_seat p WHERE p.session_id = s.id AND p.state = 'WAITING') AS waiting
              FROM trial_session s JOIN trial t ON t.id = s.trial_id
              JOIN booking b ON b.id = s.booking_id JOIN room r ON r.id = b.room_id
            """;

    private static final String VISIBLE = Visibility.condition("t", "partner_id");
    private static final SortKey<TrialSession> FIRST_PLANNED = SortKey.ascending(id("s.id", TrialSession::id));

    private final DatabaseClient database;

    Sessions(DatabaseClient database) {
        this.database = database;
    }

    public Mono<UUID> add(UUID trial, Booking booking, int capacity, String by, Scope scope) {
        return database.sql("""
                        INSERT INTO trial_session (trial_id, booking_id, unit_code, starts_at, ends_at, capacity, planned_by)
                        SELECT id, :booking, :unit, :from, :to, :capacity, :by FROM trial
                         WHERE id = :trial AND unit_code LIKE ANY(:scope) RETURNING id
                        """)
                .bind("trial", trial)
                .bind("scope", scope.likePatterns())
                .bind("booking", booking.id())
                .bind("unit", booking.unit())
                .bind("from", booking.time().from())
                .bind("to", booking.time().to())
                .bind("capacity", capacity)
                .bind("by", by)
                .mapValue(UUID.class)
                .one();
    }

    public Mono<TrialSession> find(UUID id, Scope scope) {
        return database.sql(SELECT + " WHERE s.id = :id AND s.unit_code LIKE ANY(:scope)")
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(Sessions::session)
                .one();
    }

    /** Locks the session until the transaction ends; empty outside the scope. */
    public Mono<UUID> lock(UUID id, Scope scope) {
        return database.sql(
                        "SELECT id FROM trial_session WHERE id = :id AND unit_code LIKE ANY(:scope) FOR NO KEY UPDATE")
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .mapValue(UUID.class)
                .one();
    }

    /** @param from only those that end later */
    public Mono<Page<TrialSession>> page(Scope scope, Instant from, PageRequest page) {
        return ListQuery.of(SELECT + " WHERE s.unit_code LIKE ANY(:scope) AND s.ends_at > :from")
                .bind("scope", scope)
                .bind("from", from)
                .page(database, page, FIRST_PLANNED, Sessions::session);
    }

    /** What a trial has shown until now. A session without anybody was not held. */
    public Mono<TrialResult.Seen> seen(UUID trial, Instant now, Visibility visibility) {
        return database.sql("""
                        SELECT count(DISTINCT s.id)::int AS sessions, count(*)::int AS attendance
                          FROM trial_session s JOIN trial_seat p ON p.session_id = s.id JOIN booking b ON b.id = s.booking_id
                          JOIN trial t ON t.id = s.trial_id
                         WHERE t.id = :trial AND b.state = 'BOOKED' AND s.ends_at <= :now
                           AND p.state IN ('ATTENDED', 'HEARD') AND """ + " " + VISIBLE)
                .bind("trial", trial)
                .bindValues(visibility.values())
                .bind("now", now)
                .map(row -> new int[] {Columns.integer(row, "sessions"), Columns.integer(row, "attendance")})
                .one()
                .flatMap(counts -> feedback(trial, visibility)
                        .map(said -> new TrialResult.Seen(
                                counts[0],
                                counts[1],
                                said.stream().map(Said::scores).toList(),
                                said.stream()
                                        .map(Said::remark)
                                        .filter(remark -> !remark.isEmpty())
                                        .toList())));
    }

    private Mono<List<Said>> feedback(UUID trial, Visibility visibility) {
        return database.sql("""
                        SELECT f.scores, f.remark FROM trial_feedback f JOIN trial_session s ON s.id = f.session_id
                          JOIN trial t ON t.id = s.trial_id
                         WHERE t.id = :trial AND """ + " " + VISIBLE)
                .bind("trial", trial)
                .bindValues(visibility.values())
                .map(row -> new Said(
                        Arrays.asList(Objects.requireNonNull(row.get("scores", Integer[].class))),
                        Columns.text(row, "remark")))
                .all()
                .collectList();
    }

    private record Said(List<Integer> scores, String remark) {}

    private static TrialSession session(Readable row) {
        return new TrialSession(
                Columns.id(row, "id"),
                Columns.id(row, "trial_id"),
                Columns.text(row, "title"),
                Columns.id(row, "booking_id"),
                Columns.id(row, "room_id"),
                Columns.text(row, "room_name"),
                Columns.text(row, "place"),
                Columns.text(row, "unit_code"),
                new TimeSpan(Columns.time(row, "starts_at"), Columns.time(row, "ends_at")),
                Columns.integer(row, "capacity"),
                Columns.flag(row, "cancelled"),
                Columns.number(row, "taken"),
                Columns.number(row, "waiting"));
    }
}
