package org.linli.company.consolidation.store;

import io.r2dbc.spi.Readable;
import org.joda.money.Money;
import org.linli.company.consolidation.Amounts;
import org.linli.company.consolidation.Figures;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

import java.util.Collection;
import java.util.function.Function;

/** The eight columns every cell has: how they are summed, added, bound as arrays and read back. */
final class FigureColumns {

    static final String NAMES = "gross, tax, direct_cost, entries,"
            + " eliminated_gross, eliminated_tax, eliminated_direct_cost, eliminated_entries";

    static final String ARRAYS = """
            :gross::bigint[], :tax::bigint[], :direct_cost::bigint[], :entries::bigint[],
            :eliminated_gross::bigint[], :eliminated_tax::bigint[], :eliminated_direct_cost::bigint[],
            :eliminated_entries::bigint[]""";

    /** Relative to the row that is there: {@code c} is the table's alias. */
    static final String ADDITIONS = """
            gross = c.gross + EXCLUDED.gross,
            tax = c.tax + EXCLUDED.tax,
            direct_cost = c.direct_cost + EXCLUDED.direct_cost,
            entries = c.entries + EXCLUDED.entries,
            eliminated_gross = c.eliminated_gross + EXCLUDED.eliminated_gross,
            eliminated_tax = c.eliminated_tax + EXCLUDED.eliminated_tax,
            eliminated_direct_cost = c.eliminated_direct_cost + EXCLUDED.eliminated_direct_cost,
            eliminated_entries = c.eliminated_entries + EXCLUDED.eliminated_entries""";

    /** Sums become numeric in PostgreSQL, so they cannot overflow where single cells did not. */
    static final String SUMS = """
            SUM(gross) AS gross, SUM(tax) AS tax, SUM(direct_cost) AS direct_cost, SUM(entries) AS entries,
            SUM(eliminated_gross) AS eliminated_gross, SUM(eliminated_tax) AS eliminated_tax,
            SUM(eliminated_direct_cost) AS eliminated_direct_cost, SUM(eliminated_entries) AS eliminated_entries""";

    static final String ALL_ZERO = """
            c.gross = 0 AND c.tax = 0 AND c.direct_cost = 0 AND c.entries = 0 AND c.eliminated_gross = 0
            AND c.eliminated_tax = 0 AND c.eliminated_direct_cost = 0 AND c.eliminated_entries = 0""";

    private FigureColumns() {}

    static GenericExecuteSpec bind(GenericExecuteSpec statement, Collection<Figures> figures) {
        return statement
                .bind("gross", fen(figures, Figures::all, Amounts::gross))
                .bind("tax", fen(figures, Figures::all, Amounts::tax))
                .bind("direct_cost", fen(figures, Figures::all, Amounts::directCost))
                .bind("entries", Columns.numbers(figures, each -> each.all().entries()))
                .bind("eliminated_gross", fen(figures, Figures::eliminated, Amounts::gross))
                .bind("eliminated_tax", fen(figures, Figures::eliminated, Amounts::tax))
                .bind("eliminated_direct_cost", fen(figures, Figures::eliminated, Amounts::directCost))
                .bind(
                        "eliminated_entries",
                        Columns.numbers(figures, each -> each.eliminated().entries()));
    }

    static Figures read(Readable row) {
        return new Figures(measures(row, ""), measures(row, "eliminated_"));
    }

    static Amounts measures(Readable row, String prefix) {
        return new Amounts(
                money(row, prefix + "gross"),
                money(row, prefix + "tax"),
                money(row, prefix + "direct_cost"),
                Columns.decimal(row, prefix + "entries").longValueExact());
    }

    private static Long[] fen(
            Collection<Figures> figures, Function<Figures, Amounts> part, Function<Amounts, Money> amount) {
        return Columns.numbers(figures, each -> Yuan.fen(amount.apply(part.apply(each))));
    }

    private static Money money(Readable row, String column) {
        return Yuan.of(Columns.decimal(row, column).movePointLeft(2));
    }
}
