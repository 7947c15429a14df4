package org.linli.partner.agreement;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What was seen of how an agreement is kept. */
public record Promises(List<Review> reviews, List<PriceCheck> priceChecks, List<PublicSession> sessions) {

    /** Once a calendar year. */
    @Schema(name = "PromiseReview")
    public record Review(int year, Verdict verdict, String remarks, String by, Instant at) {}

    /** What the branch makes of a year. */
    @Schema(name = "PromiseVerdict")
    public enum Verdict {
        CONTINUE,
        IMPROVE,
        STOP
    }

    /**
     * A price seen on the spot.
     *
     * @param percent of the market price that was promised then
     */
    @Schema(name = "PromisePriceCheck")
    public record PriceCheck(
            String item,
            Money seen,
            Money market,
            BigDecimal percent,
            boolean kept,
            LocalDate on,
            String by,
            Instant at) {}

    /** A session for the public good that was held. */
    @Schema(name = "PromisePublicSession")
    public record PublicSession(String title, LocalDate heldOn, int attendees, String by, Instant at) {}
}
