package org.linli.partner.agreement.store;

import org.linli.partner.agreement.Promises;
import org.linli.partner.agreement.application.PromiseLog;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.linli.platform.security.Visibility;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

@Repository
class R2dbcPromiseLog implements PromiseLog {

    private static final String OF = " JOIN agreement a ON a.id = x.agreement_id WHERE a.id = :id AND ";
    private static final String WHERE =
            " FROM agreement a WHERE a.id = :id AND " + Visibility.condition("a", "partner_id");

    private final DatabaseClient database;

    R2dbcPromiseLog(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Promises.Review> add(UUID agreement, Promises.Review review, Visibility visibility) {
        return within(
                        "INSERT INTO agreement_review (agreement_id, year, verdict, remarks, reviewed_by, reviewed_at)"
                                + " SELECT a.id, :year, :verdict, :remarks, :by, :at" + WHERE
                                + " ON CONFLICT DO NOTHING",
                        agreement,
                        visibility)
                .bind("year", review.year())
                .bind("verdict", review.verdict().name())
                .bind("remarks", review.remarks())
                .bind("by", review.by())
                .bind("at", review.at())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .map(rows -> review);
    }

    @Override
    public Mono<Promises.PriceCheck> add(UUID agreement, Promises.PriceCheck check, Visibility visibility) {
        return within(
                        "INSERT INTO agreement_price_check (agreement_id, item, seen, market, percent, kept,"
                                + " checked_on, checked_by, checked_at)"
                                + " SELECT a.id, :item, :seen, :market, :percent, :kept, :on, :by, :at" + WHERE,
                        agreement,
                        visibility)
                .bind("item", check.item())
                .bind("seen", Yuan.fen(check.seen()))
                .bind("market", Yuan.fen(check.market()))
                .bind("percent", check.percent())
                .bind("kept", check.kept())
                .bind("on", check.on())
                .bind("by", check.by())
                .bind("at", check.at())
                .then()
                .thenReturn(check);
    }

    @Override
    public Mono<Promises.PublicSession> add(UUID agreement, Promises.PublicSession session, Visibility visibility) {
        return within(
                        "INSERT INTO agreement_session (agreement_id, title, held_on, attendees, recorded_by,"
                                + " recorded_at) SELECT a.id, :title, :on, :attendees, :by, :at" + WHERE,
                        agreement,
                        visibility)
                .bind("title", session.title())
                .bind("on", session.heldOn())
                .bind("attendees", session.attendees())
                .bind("by", session.by())
                .bind("at", session.at())
                .then()
                .thenReturn(session);
    }

    @Override
    public Mono<Promises> of(UUID agreement, Visibility visibility) {
        return reviews(agreement, visibility)
                .flatMap(reviews -> checks(agreement, visibility)
                        .flatMap(checks -> sessions(agreement, visibility)
                                .map(sessions -> new Promises(reviews, checks, sessions))));
    }

    private Mono<List<Promises.Review>> reviews(UUID agreement, Visibility visibility) {
        return within(
                        "SELECT x.* FROM agreement_review x" + OF + Visibility.condition("a", "partner_id")
                                + " ORDER BY x.year",
                        agreement,
                        visibility)
                .map(row -> new Promises.Review(
                        Columns.integer(row, "year"),
                        Promises.Verdict.valueOf(Columns.text(row, "verdict")),
                        Columns.text(row, "remarks"),
                        Columns.text(row, "reviewed_by"),
                        Columns.time(row, "reviewed_at")))
                .all()
                .collectList();
    }

    private Mono<List<Promises.PriceCheck>> checks(UUID agreement, Visibility visibility) {
        return within(
                        "SELECT x.* FROM agreement_price_check x" + OF + Visibility.condition("a", "partner_id")
                                + " ORDER BY x.id DESC LIMIT 100",
                        agreement,
                        visibility)
                .map(row -> new Promises.PriceCheck(
                        Columns.text(row, "item"),
                        Columns.money(row, "seen"),
                        Columns.money(row, "market"),
                        Columns.decimal(row, "percent"),
                        Columns.flag(row, "kept"),
                        Columns.date(row, "checked_on"),
                        Columns.text(row, "checked_by"),
                        Columns.time(row, "checked_at")))
                .all()
                .collectList();
    }

    private Mono<List<Promises.PublicSession>> sessions(UUID agreement, Visibility visibility) {
        return within(
                        "SELECT x.* FROM agreement_session x" + OF + Visibility.condition("a", "partner_id")
                                + " ORDER BY x.held_on, x.id",
                        agreement,
                        visibility)
                .map(row -> new Promises.PublicSession(
                        Columns.text(row, "title"),
                        Columns.date(row, "held_on"),
                        Columns.integer(row, "attendees"),
                        Columns.text(row, "recorded_by"),
                        Columns.time(row, "recorded_at")))
                .all()
                .collectList();
    }

    private GenericExecuteSpec within(String sql, UUID agreement, Visibility visibility) {
        return database.sql(sql).bind("id", agreement).bindValues(visibility.values());
    }
}
