package org.linli.partner.agreement.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Promises;
import org.linli.platform.request.Fields;

import java.time.LocalDate;

/** What callers send about how an agreement is kept. */
final class PromiseRequests {

    private PromiseRequests() {}

    record Reviewed(int year, Promises.Verdict verdict, String remarks) {}

    @Schema(name = "PromiseReviewRequest")
    record ReviewRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026") @Nullable
            Integer year,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "CONTINUE",
                    description = "CONTINUE, IMPROVE or STOP")
            @Nullable
            String verdict,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "居民满意,价格守诺",
                    description = "Up to 1000 characters")
            @Nullable
            String remarks) {

        Reviewed read() {
            return Fields.read(
                    "The review is not valid",
                    fields -> new Reviewed(
                            fields.number("year", year, 1900, 2199),
                            fields.oneOf("verdict", verdict, Promises.Verdict.class),
                            fields.text("remarks", remarks, 1000)));
        }
    }

    record PriceSeen(String item, Money price, Money market, LocalDate on) {}

    @Schema(name = "PromisePriceCheckRequest")
    record PriceCheckRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "推拿 60 分钟") @Nullable
            String item,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "50.00", description = "Price seen 现场价")
            @Nullable
            String price,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "120.00",
                    description = "What it costs elsewhere, above zero 市场价")
            @Nullable
            String market,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-03-14") @Nullable
            String day) {

        PriceSeen read() {
            return Fields.read(
                    "The price check is not valid",
                    fields -> new PriceSeen(
                            fields.line("item", item, 200),
                            fields.amountFromZero("price", price),
                            fields.amountAboveZero("market", market),
                            fields.day("day", day)));
        }
    }

    record Held(String title, LocalDate heldOn, int attendees) {}

    @Schema(name = "PromiseSessionRequest")
    record SessionRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "义诊半天") @Nullable
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-03-14") @Nullable
            String day,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "36") @Nullable
            Integer attendees) {

        Held read() {
            return Fields.read(
                    "The session is not valid",
                    fields -> new Held(
                            fields.line("title", title, 200),
                            fields.day("day", day),
                            fields.number("attendees", attendees, 0, 100_000)));
        }
    }
}
