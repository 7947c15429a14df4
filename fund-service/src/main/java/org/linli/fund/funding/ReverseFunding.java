package org.linli.fund.funding;

import java.time.LocalDate;

/**
 * The command to take a funding back.
 *
 * @param date on which the money went back
 * @param reference of the bank for the way back
 */
public record ReverseFunding(long fundingId, LocalDate date, BankReference reference, String reason) {}
