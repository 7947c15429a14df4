package org.linli.fund.obligation.store;

import io.r2dbc.spi.Readable;
import org.linli.fund.obligation.FrozenTerms;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.ObligationKey;
import org.linli.fund.policy.BaseKind;
import org.linli.fund.policy.Carry;
import org.linli.fund.policy.Figures;
import org.linli.fund.policy.Rate;
import org.linli.fund.policy.Terms;
import org.linli.platform.database.Columns;

/** The columns of {@code return_obligation} and the obligation that they hold. */
final class ObligationRow {

    static final String COLUMNS = """
            o.unit, o.period, o.policy_id, o.base_kind, o.rate, o.carry, o.statement_id, o.statement_version,
            o.gross, o.tax, o.direct_cost, o.carried, o.owed, o.funded, o.sequence""";

    private ObligationRow() {}

    static Obligation read(Readable row) {
        return new Obligation(
                new ObligationKey(Columns.unit(row, "unit"), Columns.period(row, "period")),
                new FrozenTerms(
                        Columns.number(row, "policy_id"),
                        new Terms(
                                BaseKind.valueOf(Columns.text(row, "base_kind")),
                                new Rate(Columns.decimal(row, "rate")),
                                Carry.valueOf(Columns.text(row, "carry")))),
                new Obligation.StatementRef(
                        Columns.text(row, "statement_id"), Columns.integer(row, "statement_version")),
                figures(row),
                Columns.money(row, "carried"),
                Columns.money(row, "owed"),
                Columns.money(row, "funded"),
                Columns.number(row, "sequence"));
    }

    static Figures figures(Readable row) {
        return new Figures(Columns.money(row, "gross"), Columns.money(row, "tax"), Columns.money(row, "direct_cost"));
    }
}
