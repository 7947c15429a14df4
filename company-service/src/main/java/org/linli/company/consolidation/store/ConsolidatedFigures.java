package org.linli.company.consolidation.store;

import io.r2dbc.spi.Readable;
import org.linli.company.consolidation.Consolidated;
import org.linli.company.consolidation.Figures;
import org.linli.platform.database.Columns;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures of one scope: one pass over its own cells, whatever lies under it. */
@Repository
public class ConsolidatedFigures {

    /** {@code split} tells which of the grouping sets a row belongs to: 7 total, 3 period, 5 line, 6 class. */
    static final String SPLIT = """
            SELECT GROUPING(period, line, unit_class) AS split, period, line, unit_class, %s
              FROM hq_line_cell
             WHERE level = :level AND scope = :key AND scope LIKE ANY(:rights)
               AND period BETWEEN :from AND :to
             GROUP BY GROUPING SETS ((), (period), (line), (unit_class))
            """.formatted(FigureColumns.SUMS);

    private final DatabaseClient database;

    ConsolidatedFigures(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Consolidated> of(Scope rights, UnitCode scope, PeriodRange months) {
        return database.sql(SPLIT)
                .bind("level", (short) scope.value().length())
                .bind("key", scope.value())
                .bind("rights", rights.likePatterns())
                .bind("from", months.from())
                .bind("to", months.to())
                .map(ConsolidatedFigures::row)
                .all()
                .collectList()
                .map(rows -> assembled(months, rows));
    }

    private static Consolidated assembled(PeriodRange months, List<Row> rows) {
        Figures total = Figures.NONE;
        SortedMap<YearMonth, Figures> byPeriod = new TreeMap<>();
        SortedMap<String, Figures> byLine = new TreeMap<>();
        SortedMap<String, Figures> byClass = new TreeMap<>();
        for (Row row : rows) {
            switch (row.split()) {
                case PERIOD -> byPeriod.put(YearMonth.parse(row.key()), row.figures());
                case LINE -> byLine.put(row.key(), row.figures());
                case CLASS -> byClass.put(row.key(), row.figures());
                case TOTAL -> total = row.figures();
            }
        }
        return new Consolidated(months, total, byPeriod, byLine, byClass);
    }

    private static Row row(Readable row) {
        return switch (Columns.integer(row, "split")) {
            case 3 -> new Row(Split.PERIOD, Columns.text(row, "period"), FigureColumns.read(row));
            case 5 -> new Row(Split.LINE, Columns.text(row, "line"), FigureColumns.read(row));
            case 6 -> new Row(Split.CLASS, Columns.text(row, "unit_class"), FigureColumns.read(row));
            default -> new Row(Split.TOTAL, "", total(row));
        };
    }

    /** The grand total exists even over no rows at all, and is then NULL. */
    private static Figures total(Readable row) {
        return row.get("entries") == null ? Figures.NONE : FigureColumns.read(row);
    }

    private enum Split {
        PERIOD,
        LINE,
        CLASS,
        TOTAL
    }

    private record Row(Split split, String key, Figures figures) {}
}
