package org.linli.partner.share.store;

import org.joda.money.Money;
import org.linli.partner.share.Figures;
import org.linli.partner.share.ReportKey;
import org.linli.partner.share.Share;
import org.linli.partner.share.TurnoverReport;
import org.linli.partner.share.application.NewReportVersion;
import org.linli.partner.share.application.ReportFilter;
import org.linli.partner.share.application.StoredReport;
import org.linli.partner.share.application.TurnoverReports;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.security.Visibility;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import static org.linli.platform.paging.SortColumn.id;

@Repository
class R2dbcTurnoverReports implements TurnoverReports {

    private static final SortKey<StoredReport> LATEST_FIRST = SortKey.descending(id("a.id", StoredReport::id));

    private final DatabaseClient database;

    R2dbcTurnoverReports(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<StoredReport> find(UUID id, Visibility visibility) {
        return within(ReportRow.SELECT + " WHERE a.id = :id AND " + Visibility.condition("a", "partner_id"), visibility)
                .bind("id", id)
                .map(ReportRow::read)
                .one();
    }

    @Override
    public Mono<List<StoredReport>> of(UUID agreement, YearMonth period, Visibility visibility) {
        return within(
                        ReportRow.SELECT + " WHERE a.agreement_id = :agreement AND a.period = :period AND "
                                + Visibility.condition("a", "partner_id") + " ORDER BY a.version",
                        visibility)
                .bind("agreement", agreement)
                .bind("period", period.toString())
                .map(ReportRow::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<Page<StoredReport>> page(Visibility visibility, ReportFilter filter, PageRequest page) {
        return ListQuery.of(ReportRow.SELECT + " WHERE " + Visibility.condition("a", "partner_id"))
                .bind(visibility.values())
                .filter("a.unit_code LIKE :within || '%'", filter.within())
                .filter("a.agreement_id::text = :agreement", filter.agreement())
                .filter("a.period = :period", filter.period())
                .filter("a.state = :state", filter.state())
                .page(database, page, LATEST_FIRST, ReportRow::read);
    }

    @Override
    public Mono<Series> lock(UUID agreement, YearMonth period, Visibility visibility) {
        return within(
                        "INSERT INTO turnover_series (agreement_id, period) SELECT a.id, :period FROM agreement a"
                                + " WHERE a.id = :agreement AND " + Visibility.condition("a", "partner_id")
                                + " ON CONFLICT DO NOTHING",
                        visibility)
                .bind("agreement", agreement)
                .bind("period", period.toString())
                .then()
                .then(within(
                                "SELECT s.version, s.sequence FROM turnover_series s"
                                        + " JOIN agreement a ON a.id = s.agreement_id"
                                        + " WHERE s.agreement_id = :agreement AND s.period = :period AND "
                                        + Visibility.condition("a", "partner_id") + " FOR UPDATE OF s",
                                visibility)
                        .bind("agreement", agreement)
                        .bind("period", period.toString())
                        .map(row -> new Series(
                                agreement, period, Columns.integer(row, "version"), Columns.number(row, "sequence")))
                        .one());
    }

    @Override
    public Mono<UUID> add(NewReportVersion fresh, Series series, Visibility visibility) {
        ReportKey key = fresh.report().key();
        Figures figures = fresh.report().figures();
        Money cost = figures.cost();
        return keep(series)
                .then(within("""
                        INSERT INTO turnover_report (agreement_id, period, version, unit_code, partner_id, state,
                               turnover, cost, evidence, note, days_late, terms_version, line, project, base, rate,
                               tax_rate, share, tax, reported_by, reported_at)
                        SELECT a.id, :period, :version, a.unit_code, a.partner_id, 'REPORTED', :turnover, :cost,
                               :evidence, :note, :late, v.version, v.line, v.project, v.share_base, v.share_rate,
                               v.tax_rate, :share, :tax, :by, :at
                          FROM agreement a JOIN agreement_version v ON v.agreement_id = a.id AND v.version = :terms
                         WHERE a.id = :agreement AND %s
                        RETURNING id
                        """.formatted(Visibility.condition("a", "partner_id")), visibility)
                        .bind("agreement", key.agreement())
                        .bind("period", key.period().toString())
                        .bind("version", key.version())
                        .bind("turnover", Yuan.fen(figures.turnover()))
                        .bind("cost", Columns.orNull(cost == null ? null : Yuan.fen(cost), Long.class))
                        .bind("evidence", fresh.evidence().toArray(String[]::new))
                        .bind("note", Columns.orNull(fresh.note(), String.class))
                        .bind("late", fresh.daysLate())
                        .bind("terms", fresh.terms().number())
                        .bind("share", Yuan.fen(figures.share().amount()))
                        .bind("tax", Yuan.fen(figures.share().tax()))
                        .bind("by", fresh.report().by())
                        .bind("at", fresh.report().at())
                        .mapValue(UUID.class)
                        .one());
    }

    @Override
    public Mono<Void> save(UUID id, TurnoverReport next, Visibility visibility) {
        var disputed = next instanceof TurnoverReport.Disputed one ? one : null;
        return within("""
                        UPDATE turnover_report a
                           SET state = :state, revision = revision + 1, decided_by = coalesce(:by, decided_by),
                               decided_at = coalesce(:at, decided_at), reason = coalesce(:reason, reason)
                         WHERE id = :id AND %s
                        """.formatted(Visibility.condition("a", "partner_id")), visibility)
                .bind("state", next.state())
                .bind("by", Columns.orNull(disputed == null ? null : disputed.by(), String.class))
                .bind("at", Columns.orNull(disputed == null ? null : disputed.at(), Instant.class))
                .bind("reason", Columns.orNull(disputed == null ? null : disputed.reason(), String.class))
                .bind("id", id)
                .then();
    }

    @Override
    public Mono<Void> confirm(
            UUID id, TurnoverReport.Confirmed confirmed, Share change, Series series, Visibility visibility) {
        return keep(series)
                .then(within("""
                        UPDATE turnover_report a
                           SET state = 'CONFIRMED', revision = revision + 1, decided_by = :by, decided_at = :at,
                               change = :change, tax_change = :taxChange, entry_no = :entryNo
                         WHERE id = :id AND %s
                        """.formatted(Visibility.condition("a", "partner_id")), visibility)
                        .bind("by", confirmed.by())
                        .bind("at", confirmed.at())
                        .bind("change", Yuan.fen(change.amount()))
                        .bind("taxChange", Yuan.fen(change.tax()))
                        .bind("entryNo", confirmed.reported().key().entryNo())
                        .bind("id", id)
                        .then());
    }

    /** Of a series that the caller has locked. */
    private Mono<Void> keep(Series series) {
        return database.sql("""
                        UPDATE turnover_series SET version = :version, sequence = :sequence
                         WHERE agreement_id = :agreement AND period = :period
                        """)
                .bind("version", series.version())
                .bind("sequence", series.sequence())
                .bind("agreement", series.agreement())
                .bind("period", series.period().toString())
                .then();
    }

    private GenericExecuteSpec within(String sql, Visibility visibility) {
        return database.sql(sql).bindValues(visibility.values());
    }
}
