package org.linli.fund.funding;

import org.joda.money.Money;
import org.linli.fund.obligation.ObligationKey;

import java.time.LocalDate;

/** The command to book a transfer for a branch and period. */
public record FundObligation(ObligationKey key, Money amount, LocalDate date, BankReference reference) {}
