package org.linli.company.consolidation.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.StatementKey;
import org.linli.company.consolidation.StatementLine;
import org.linli.platform.paging.Cursors;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The accepted lines behind a figure, ordered by branch, period and place in the statement. */
@Repository
public class StatementLineList {

    private static final String SELECT = """
            SELECT l.unit, l.period, l.ordinal, s.statement_id, l.line, l.project, l.partner, l.counterparty,
                   l.gross, l.tax, l.direct_cost, l.entries
              FROM hq_statement_line l
              JOIN hq_statement s ON s.unit = l.unit AND s.period = l.period
             WHERE l.unit >= :low AND l.unit < :high AND l.unit LIKE ANY(:rights)
               AND l.period BETWEEN :from AND :to
               AND (l.unit, l.period, l.ordinal) > (:after_unit, :after_period, :after_ordinal)
            """;

    private static final String ORDER = " ORDER BY l.unit, l.period, l.ordinal LIMIT :limit";

    private final DatabaseClient database;

    StatementLineList(DatabaseClient database) {
        this.database = database;
    }

    /** @param rights what the caller may see, already narrowed to the scope (or branch) asked for */
    public Mono<Page<Row>> page(Scope rights, Filter filter, PageRequest page) {
        List<String> cursor = Cursors.decode(page.cursor(), 3);
        List<String> after = cursor == null ? List.of("", "", "0") : cursor;
        GenericExecuteSpec statement = database.sql(filter.sql())
                .bind("from", filter.periods().from())
                .bind("to", filter.periods().to())
                .bind("after_unit", after.getFirst())
                .bind("after_period", after.get(1))
                .bind("after_ordinal", (int) KeyRange.level(after.get(2)))
                .bind("limit", page.limit() + 1);
        return KeyRange.of(rights)
                .bind(filter.bind(statement))
                .map(StatementLineList::row)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page.limit(), Row::cursor));
    }

    private static Row row(Readable row) {
        return new Row(
                Statements.required(row, "statement_id", String.class),
                new StatementKey(
                        UnitCode.of(Statements.required(row, "unit", String.class)),
                        YearMonth.parse(Statements.required(row, "period", String.class))),
                Statements.required(row, "ordinal", Integer.class),
                Statements.line(row, Statements.required(row, "line", String.class)));
    }

    /** What of the lines is asked for; a condition stands in the SQL only where it is asked, for the index's sake. */
    public record Filter(@Nullable String line, @Nullable String partner, Periods periods) {

        String sql() {
            StringBuilder sql = new StringBuilder(SELECT);
            conditions().keySet().forEach(column -> sql.append(" AND l.%1$s = :%1$s".formatted(column)));
            return sql.append(ORDER).toString();
        }

        GenericExecuteSpec bind(GenericExecuteSpec statement) {
            GenericExecuteSpec bound = statement;
            for (Map.Entry<String, String> condition : conditions().entrySet()) {
                bound = bound.bind(condition.getKey(), condition.getValue());
            }
            return bound;
        }

        private Map<String, String> conditions() {
            Map<String, String> conditions = new LinkedHashMap<>();
            if (line != null) {
                conditions.put("line", line);
            }
            if (partner != null) {
                conditions.put("partner", partner);
            }
            return conditions;
        }
    }

    /** A line with the statement it stands in. */
    public record Row(String statementId, StatementKey key, int ordinal, StatementLine line) {

        String cursor() {
            return Cursors.encode(key.unit().value(), key.period().toString(), String.valueOf(ordinal));
        }
    }
}
