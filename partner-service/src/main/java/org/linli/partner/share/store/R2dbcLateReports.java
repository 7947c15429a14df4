package org.linli.partner.share.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.share.application.LateReports;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.security.Visibility;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;

import static org.linli.platform.paging.SortColumn.id;
import static org.linli.platform.paging.SortColumn.period;

@Repository
class R2dbcLateReports implements LateReports {

    /** Every period of an agreement that was in force, is over and past its day, without any report. */
    private static final String LATE = """
            WITH covered AS (
                SELECT a.id, a.unit_code, a.partner_id, a.title, v.report_due_day, v.starts_on,
                       coalesce(e.last_day, v.ends_on) AS last_day
                  FROM agreement a
                  JOIN agreement_version v ON v.agreement_id = a.id AND v.version = a.in_force
                  LEFT JOIN agreement_settlement e ON e.agreement_id = a.id
                 WHERE %s
            ), late AS (
                SELECT c.*, to_char(month, 'YYYY-MM') AS period,
                       (month + interval '1 month')::date + report_due_day - 1 AS due_on
                  FROM covered c
                 CROSS JOIN LATERAL generate_series(date_trunc('month', starts_on::timestamp),
                                                    least(last_day, :today)::timestamp, interval '1 month') AS month
                 WHERE (month + interval '1 month')::date + report_due_day - 1 < :today
                   AND NOT EXISTS (SELECT FROM turnover_report r
                                    WHERE r.agreement_id = c.id AND r.period = to_char(month, 'YYYY-MM'))
            )
            """.formatted(Visibility.condition("a", "partner_id"));

    private static final SortKey<LateReport> BY_AGREEMENT =
            SortKey.ascending(id("l.id", LateReport::agreementId), period("l.period", LateReport::period));

    private final DatabaseClient database;

    R2dbcLateReports(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Page<LateReport>> page(Visibility visibility, String within, LocalDate today, PageRequest page) {
        return ListQuery.of(LATE + """
                        SELECT l.*, p.name AS partner_name, u.name AS unit_name, :today - l.due_on AS days_late,
                               (SELECT count(*)::int FROM turnover_reminder m
                                 WHERE m.agreement_id = l.id AND m.period = l.period) AS reminders,
                               (SELECT max(reminded_on) FROM turnover_reminder m
                                 WHERE m.agreement_id = l.id AND m.period = l.period) AS reminded_on
                          FROM late l
                          JOIN partner p ON p.id = l.partner_id
                          LEFT JOIN unit u ON u.code = l.unit_code
                         WHERE l.unit_code LIKE :within
                        """)
                .bind(visibility.values())
                .bind("today", today)
                .bind("within", within + "%")
                .page(database, page, BY_AGREEMENT, R2dbcLateReports::read);
    }

    @Override
    public Mono<List<LateReport>> remind(Visibility visibility, LocalDate today, int everyDays, int limit) {
        return database.sql(LATE + """
                        , told AS (
                            INSERT INTO turnover_reminder (agreement_id, period, reminded_on)
                            SELECT l.id, l.period, :today FROM late l
                             WHERE NOT EXISTS (SELECT FROM turnover_reminder m
                                                WHERE m.agreement_id = l.id AND m.period = l.period
                                                  AND m.reminded_on > :since)
                             ORDER BY l.id, l.period
                             LIMIT :limit
                            ON CONFLICT DO NOTHING
                            RETURNING agreement_id, period
                        )
                        SELECT l.*, p.name AS partner_name, u.name AS unit_name, :today - l.due_on AS days_late,
                               (SELECT count(*)::int + 1 FROM turnover_reminder m
                                 WHERE m.agreement_id = l.id AND m.period = l.period) AS reminders,
                               :today AS reminded_on
                          FROM told t
                          JOIN late l ON l.id = t.agreement_id AND l.period = t.period
                          JOIN partner p ON p.id = l.partner_id
                          LEFT JOIN unit u ON u.code = l.unit_code
                        """)
                .bindValues(visibility.values())
                .bind("today", today)
                .bind("since", today.minusDays(everyDays))
                .bind("limit", limit)
                .map(R2dbcLateReports::read)
                .all()
                .collectList();
    }

    private static LateReport read(Readable row) {
        LocalDate remindedOn = row.get("reminded_on", LocalDate.class);
        return new LateReport(
                Columns.id(row, "id").toString(),
                Columns.text(row, "unit_code"),
                row.get("unit_name", String.class),
                Columns.id(row, "partner_id").toString(),
                Columns.text(row, "partner_name"),
                Columns.text(row, "title"),
                Columns.text(row, "period"),
                Columns.date(row, "due_on").toString(),
                Columns.integer(row, "days_late"),
                Columns.integer(row, "reminders"),
                remindedOn == null ? null : remindedOn.toString());
    }
}
