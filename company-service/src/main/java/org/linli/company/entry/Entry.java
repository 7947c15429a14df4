package org.linli.company.entry;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One thing that a branch earned, or gave back (a refund, with negative amounts).
 *
 * @param entryNo unique for ever, over all units and whatever capital or small letters it is written in
 * @param unit the branch
 * @param period the month it is reported in; the date lies within it
 * @param line code of a business line
 * @param counterparty the unit that bought, where one did: such an entry is eliminated wherever both units lie inside
 * @param partner who operated the service, as the branch calls them
 * @param gross in yuan
 * @param tax part of gross, of the same sign and not larger
 * @param directCost likewise
 */
public record Entry(
        String entryNo,
        UnitCode unit,
        YearMonth period,
        LocalDate date,
        String line,
        @Nullable String project,
        @Nullable UnitCode counterparty,
        @Nullable String partner,
        Money gross,
        Money tax,
        Money directCost,
        @Nullable String memo) {

    /** Whether both say the same: what was kept before names had a normal form is compared in it. */
    public boolean saysTheSameAs(Entry other) {
        return normal().equals(other.normal());
    }

    private Entry normal() {
        return new Entry(
                Identifiers.key(entryNo),
                unit,
                period,
                date,
                line,
                Texts.nameOrNull(project),
                counterparty,
                Texts.nameOrNull(partner),
                gross,
                tax,
                directCost,
                Texts.trimmedOrNull(memo));
    }
}
