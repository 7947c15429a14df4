package org.linli.partner.trial.store;

import org.linli.partner.trial.SeatState;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** Residents' seats, each narrowed to the resident's own subject and to sessions of their units; under the session's lock. */
@Repository
public class Seats {

    private static final String WITHIN =
            " AND session_id IN (SELECT s.id FROM trial_session s WHERE s.id = :session AND s.unit_code LIKE"
                    + " ANY(:scope))";

    private final DatabaseClient database;

    Seats(DatabaseClient database) {
        this.database = database;
    }

    public Mono<SeatState> of(UUID session, String subject, Scope scope) {
        return database.sql("SELECT state FROM trial_seat WHERE session_id = :session AND subject = :subject" + WITHIN)
                .bind("session", session)
                .bind("scope", scope.likePatterns())
                .bind("subject", subject)
                .mapValue(String.class)
                .one()
                .map(SeatState::valueOf)
                .defaultIfEmpty(SeatState.NONE);
    }

    /** Who signs up again goes to the end of the line. */
    public Mono<Void> save(UUID session, String subject, SeatState state, Scope scope) {
        return database.sql("""
                        INSERT INTO trial_seat (session_id, subject, state)
                        SELECT s.id, :subject, :state FROM trial_session s
                         WHERE s.id = :session AND s.unit_code LIKE ANY(:scope)
                        ON CONFLICT (session_id, subject) DO UPDATE
                        SET state = EXCLUDED.state,
                            id = CASE WHEN trial_seat.state = 'WITHDRAWN' THEN EXCLUDED.id ELSE trial_seat.id END
                        """)
                .bind("session", session)
                .bind("subject", subject)
                .bind("state", state.name())
                .bind("scope", scope.likePatterns())
                .then();
    }

    /** Gives so many free seats to the first in line. */
    public Mono<Void> promote(UUID session, long free, Scope scope) {
        return database.sql("""
                        UPDATE trial_seat SET state = 'SIGNED_UP'
                         WHERE session_id = :session AND subject IN (
                               SELECT subject FROM trial_seat WHERE session_id = :session AND state = 'WAITING'
                                ORDER BY id LIMIT :free)
                        """ + WITHIN)
                .bind("session", session)
                .bind("scope", scope.likePatterns())
                .bind("free", free)
                .then();
    }

    /** Place in the line, from 1; 0 for who does not wait. */
    public Mono<Long> place(UUID session, String subject, Scope scope) {
        return database.sql("""
                        SELECT count(*) FROM trial_seat o
                         WHERE o.session_id = :session AND o.state = 'WAITING'
                           AND o.id <= (SELECT id FROM trial_seat m WHERE m.session_id = :session
                                           AND m.subject = :subject AND m.state = 'WAITING')
                        """ + WITHIN)
                .bind("session", session)
                .bind("scope", scope.likePatterns())
                .bind("subject", subject)
                .mapValue(Long.class)
                .one();
    }

    public Mono<Void> hear(UUID session, String subject, List<Integer> scores, String remark, Scope scope) {
        return database.sql("""
                        INSERT INTO trial_feedback (session_id, subject, scores, remark)
                        SELECT s.id, :subject, :scores, :remark FROM trial_session s
                         WHERE s.id = :session AND s.unit_code LIKE ANY(:scope)
                        """)
                .bind("session", session)
                .bind("scope", scope.likePatterns())
                .bind("subject", subject)
                .bind("scores", scores.toArray(Integer[]::new))
                .bind("remark", remark)
                .then();
    }
}
