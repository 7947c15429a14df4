package org.linli.company.entry;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One thing that a branch earned, or gave back (a refund, with negative amounts).
 *
 * @param entryNo unique for ever, over all units
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
        @Nullable String memo) {}
