package org.linli.partner.room;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * How a branch shares its rooms out between residents, offices and partners.
 *
 * <p>Source: the rule of space, 20% for offices and 80% for residents. Measured in minutes of parts over a calendar month
 * and all rooms of the branch; a booking over a month's end takes from each month what lies in it.
 *
 * @param officeRate largest share for offices, at most 0.2000
 * @param serviceRate largest share for partners
 * @param serviceDaysAhead partners book no further ahead, so that residents come first
 */
public record Sharing(BigDecimal officeRate, BigDecimal serviceRate, int serviceDaysAhead) {

    /** Whether the use, with what is asked for, stays within its share of the opening time. */
    public static boolean staysWithin(BigDecimal rate, long used, long asked, long open) {
        return BigDecimal.valueOf(used)
                        .add(BigDecimal.valueOf(asked))
                        .compareTo(rate.multiply(BigDecimal.valueOf(open)))
                <= 0;
    }

    /**
     * Refused where the booking's kind has a share and it would be exceeded.
     *
     * @param piece of the booking that lies in one month; used and open are that month's
     */
    public Optional<Refusal> check(BookingCommand ask, TimeSpan piece, long used, long open) {
        long asked = ask.partMinutes(piece);
        if (ask.kind() == BookingKind.RESIDENT || staysWithin(rate(ask.kind()), used, asked, open)) {
            return Optional.empty();
        }
        return Optional.of(
                new Refusal.ShareUsed(ask.kind(), YearMonth.from(piece.day()), rate(ask.kind()), used, asked, open));
    }

    /** How many days ahead this kind may book a room. */
    public int daysAhead(BookingKind kind, int roomsOwn) {
        return kind == BookingKind.SERVICE ? Math.min(serviceDaysAhead, roomsOwn) : roomsOwn;
    }

    private BigDecimal rate(BookingKind kind) {
        return kind == BookingKind.OFFICE ? officeRate : serviceRate;
    }
}
