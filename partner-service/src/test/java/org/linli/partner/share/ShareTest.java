package org.linli.partner.share;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.AgreementFixtures;
import org.linli.partner.agreement.ShareBase;
import org.linli.partner.agreement.Terms;
import org.linli.partner.agreement.Version;
import org.linli.platform.money.Yuan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.partner.agreement.AgreementFixtures.terms;

/** The share of a turnover, to the fen. */
class ShareTest {

    @ParameterizedTest
    @CsvSource({
        "TURNOVER, 0.1500, 12345.70, 8000.00, 1851.86", // 1851.855, half up
        "TURNOVER, 0.1500, 0.03, , 0.00", // 0.0045
        "TURNOVER, 0.1500, 0.10, , 0.02", // 0.015, half up
        "TURNOVER, 0.0000, 12345.67, , 0.00",
        "TURNOVER, 1.0000, 999999999999.99, , 999999999999.99",
        "PROFIT, 0.1500, 12345.67, 8000.00, 651.85", // 651.8505
        "PROFIT, 0.1500, 8000.00, 12345.67, 0.00", // a loss shares nothing
        "PROFIT, 0.3333, 0.02, 0.00, 0.01", // 0.006666
    })
    void is_base_times_rate_half_up_to_the_fen(String base, String rate, String turnover, String cost, String share) {
        Terms terms = terms(rate, ShareBase.valueOf(base));
        assertThat(Share.of(terms, yuan(turnover), cost == null ? null : yuan(cost))
                        .amount())
                .isEqualTo(yuan(share));
    }

    @Test
    void agrees_with_whole_numbers_for_any_turnover_and_its_differences_can_be_booked() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(10_001), 4);
            Terms terms = terms(rate.toPlainString(), ShareBase.TURNOVER);
            Share one = Share.of(terms, Yuan.ofFen(turnover(random, terms, rate, seed)), null);
            Share other = Share.of(terms, Yuan.ofFen(turnover(random, terms, rate, seed)), null);
            Share change = other.lessThan(one);
            assertThat(change.tax().abs().isGreaterThan(change.amount().abs()))
                    .as("seed %d", seed)
                    .isFalse();
            assertThat(change.tax().getAmountMinorLong()
                            * Math.signum(change.amount().getAmountMinorLong()))
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(0);
            assertThat(one.amount().plus(change.amount())).isEqualTo(other.amount());
        }
    }

    private static long turnover(Random random, Terms terms, BigDecimal rate, long seed) {
        long fen = random.nextLong(100_000_000_000_000L);
        BigInteger twice = BigInteger.valueOf(fen)
                .multiply(rate.unscaledValue())
                .multiply(BigInteger.TWO)
                .add(BigInteger.valueOf(10_000))
                .divide(BigInteger.valueOf(20_000));
        assertThat(Share.of(terms, Yuan.ofFen(fen), null).amount().getAmountMinorLong())
                .as("seed %d", seed)
                .isEqualTo(twice.longValueExact());
        return fen;
    }

    @Test
    void the_version_in_force_on_the_first_day_counts_for_the_whole_period() {
        Version first = AgreementFixtures.signed(1, terms(), Instant.parse("2026-03-10T02:00:00Z"));
        Version second =
                AgreementFixtures.signed(2, terms("0.2000", ShareBase.TURNOVER), Instant.parse("2026-04-30T15:59:59Z"));
        Version third =
                AgreementFixtures.signed(3, terms("0.2500", ShareBase.TURNOVER), Instant.parse("2026-05-31T16:00:00Z"));
        List<Version> all = List.of(first, second, third);
        assertThat(PeriodTerms.of(all, YearMonth.of(2026, 3))).as("signed late").isEqualTo(first);
        assertThat(PeriodTerms.of(all, YearMonth.of(2026, 4))).isEqualTo(first);
        assertThat(PeriodTerms.of(all, YearMonth.of(2026, 5))).isEqualTo(second);
        assertThat(PeriodTerms.of(all, YearMonth.of(2026, 6)))
                .as("midnight in Shanghai is June 1st")
                .isEqualTo(third);
    }

    @Test
    void lateness_begins_on_the_day_after_the_last_allowed() {
        Deadline deadline = Deadline.of(YearMonth.of(2026, 12), 10);
        assertThat(deadline.daysLate(LocalDate.parse("2027-01-10"))).isZero();
        assertThat(deadline.daysLate(LocalDate.parse("2027-01-11"))).isEqualTo(1);
    }

    @Test
    void only_periods_of_the_agreement_that_are_over_can_be_reported() {
        Agreement.Signed agreement = AgreementFixtures.inForce();
        List<Version> signed = List.of(agreement.inForce());
        LocalDate today = LocalDate.parse("2026-04-01");
        assertThat(NewReport.forPeriod(agreement, signed, YearMonth.of(2026, 3), today))
                .isEmpty();
        assertThat(NewReport.forPeriod(agreement, signed, YearMonth.of(2026, 4), today))
                .isEqualTo(Optional.of(new Refusal.PeriodNotOver(YearMonth.of(2026, 3))));
        assertThat(NewReport.forPeriod(agreement, signed, YearMonth.of(2026, 2), today))
                .isEqualTo(Optional.of(new Refusal.PeriodOutside(YearMonth.of(2026, 3), YearMonth.of(2027, 2))));
        Agreement ended =
                new Agreement.Ended(AgreementFixtures.PARTIES, agreement.inForce(), AgreementFixtures.settlement());
        assertThat(NewReport.forPeriod(ended, signed, YearMonth.of(2026, 10), LocalDate.parse("2027-04-01")))
                .isEqualTo(Optional.of(new Refusal.PeriodOutside(YearMonth.of(2026, 3), YearMonth.of(2026, 9))));
    }

    @Test
    void a_report_is_confirmed_only_for_months_that_the_agreement_still_covers_or_as_a_correction() {
        Agreement.Signed agreement = AgreementFixtures.inForce();
        List<Version> signed = List.of(agreement.inForce());
        Agreement ended =
                new Agreement.Ended(AgreementFixtures.PARTIES, agreement.inForce(), AgreementFixtures.settlement());
        YearMonth october = YearMonth.of(2026, 10);
        assertThat(NewReport.confirmable(agreement, signed, october, null)).isEmpty();
        assertThat(NewReport.confirmable(ended, signed, YearMonth.of(2026, 9), null))
                .isEmpty();
        assertThat(NewReport.confirmable(ended, signed, october, null))
                .isEqualTo(Optional.of(new Refusal.EndedBefore(october, YearMonth.of(2026, 3), YearMonth.of(2026, 9))));
        TurnoverReport.Reported before = new TurnoverReport.Reported(
                new ReportKey(AgreementFixtures.PARTIES.id(), october, 1),
                new Figures(yuan("100.00"), null, new Share(yuan("15.00"), yuan("0.15"))),
                "partner1",
                Instant.EPOCH);
        assertThat(NewReport.confirmable(
                        ended, signed, october, new TurnoverReport.Confirmed(before, "head", Instant.EPOCH)))
                .isEmpty();
    }

    private static Money yuan(String amount) {
        return Yuan.parse(amount).orElseThrow();
    }
}
