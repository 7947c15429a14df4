package org.linli.partner.agreement;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.linli.partner.agreement.AgreementCommand.Amend;
import org.linli.partner.agreement.AgreementCommand.Discard;
import org.linli.partner.agreement.AgreementCommand.End;
import org.linli.partner.agreement.AgreementCommand.Expire;
import org.linli.partner.agreement.AgreementCommand.Renew;
import org.linli.partner.agreement.AgreementCommand.Revise;
import org.linli.partner.agreement.AgreementCommand.Sign;
import org.linli.platform.decision.Decision;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.FieldError;
import org.linli.platform.request.Fields;
import org.linli.platform.testing.MoveTable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.partner.agreement.AgreementFixtures.NAMES;
import static org.linli.partner.agreement.AgreementFixtures.NOW;
import static org.linli.partner.agreement.AgreementFixtures.PARTIES;
import static org.linli.partner.agreement.AgreementFixtures.inForce;
import static org.linli.partner.agreement.AgreementFixtures.settlement;
import static org.linli.partner.agreement.AgreementFixtures.terms;

class AgreementTest {

    private static final Terms OTHER = terms("0.2000", ShareBase.TURNOVER);
    private static final Version DRAFT = Version.first(terms());
    private static final Version IN_FORCE = inForce().inForce();
    private static final Version HALF = DRAFT.revised(terms());
    private static final Terms LATER = starting("2027-03-01", "2028-02-29");

    private static final List<Agreement> STATES = List.of(
            new Agreement.Draft(PARTIES, DRAFT),
            inForce(),
            new Agreement.Amending(PARTIES, IN_FORCE, IN_FORCE.amendedBy(OTHER)),
            new Agreement.Ended(PARTIES, IN_FORCE, settlement()),
            new Agreement.Expired(PARTIES, IN_FORCE),
            new Agreement.Discarded(PARTIES, DRAFT));
    private static final List<AgreementCommand> COMMANDS = List.of(
            new Revise("clerk", terms("0.2500", ShareBase.PROFIT)),
            new Sign("head", Party.BRANCH, null, NAMES),
            new Amend("clerk", OTHER),
            new Discard("clerk"),
            new End("head", settlement()),
            new Expire("linli", LocalDate.parse("2027-03-01")),
            new Renew("clerk", LATER));

    /** The class's own table; everything that is not in it is refused. */
    private static final Map<String, String> MOVES = Map.ofEntries(
            Map.entry("Draft Revise", "Draft"),
            Map.entry("Draft Sign", "Draft"),
            Map.entry("Draft Discard", "Discarded"),
            Map.entry("Signed Amend", "Amending"),
            Map.entry("Signed End", "Ended"),
            Map.entry("Signed Expire", "Expired"),
            Map.entry("Signed Renew", "Signed"),
            Map.entry("Amending Revise", "Amending"),
            Map.entry("Amending Sign", "Amending"),
            Map.entry("Amending Discard", "Signed"),
            Map.entry("Amending End", "Ended"),
            Map.entry("Amending Expire", "Expired"),
            Map.entry("Amending Renew", "Amending"),
            Map.entry("Expired Renew", "Expired"));

    @TestFactory
    Stream<DynamicTest> every_state_meets_every_command() {
        return new MoveTable<>(STATES, COMMANDS, MOVES)
                .tests(Agreement::state, (state, command) -> outcome(state.decide(command, NOW)));
    }

    @Test
    void it_is_in_force_with_the_second_signature_whoever_signs_first() {
        for (List<Party> order : List.of(List.of(Party.PARTNER, Party.BRANCH), List.of(Party.BRANCH, Party.PARTNER))) {
            Agreement half = done(new Agreement.Draft(PARTIES, HALF), sign(order.getFirst()));
            assertThat(half).isInstanceOf(Agreement.Draft.class);
            Agreement whole = done(half, sign(order.getLast()));
            assertThat(whole)
                    .isInstanceOfSatisfying(
                            Agreement.Signed.class,
                            signed -> assertThat(signed.inForce().effectiveAt()).contains(NOW));
        }
    }

    @Test
    void an_amendment_leaves_the_old_version_in_force_until_both_have_signed() {
        Agreement amending = done(inForce(), new Amend("clerk", OTHER));
        Agreement half = done(amending, sign(Party.PARTNER));
        assertThat(half)
                .isInstanceOfSatisfying(
                        Agreement.Amending.class,
                        still -> assertThat(still.inForce().terms()).isEqualTo(terms()));
        assertThat(done(half, sign(Party.BRANCH))).isInstanceOfSatisfying(Agreement.Signed.class, signed -> {
            assertThat(signed.inForce().number()).isEqualTo(2);
            assertThat(signed.inForce().terms()).isEqualTo(OTHER);
        });
    }

    @Test
    void a_revision_takes_the_signatures_off() {
        Agreement half = done(new Agreement.Draft(PARTIES, DRAFT), sign(Party.PARTNER));
        Agreement revised = done(half, new Revise("clerk", OTHER));
        assertThat(revised).isEqualTo(new Agreement.Draft(PARTIES, Version.first(OTHER)));
    }

    @Test
    void a_version_keeps_the_names_under_which_it_was_first_signed() {
        Agreement half = done(new Agreement.Draft(PARTIES, DRAFT), sign(Party.PARTNER));
        Agreement whole = done(half, new Sign("head", Party.BRANCH, null, new PartyNames("新名", "新分公司")));
        assertThat(((Agreement.Signed) whole).inForce().names()).isEqualTo(NAMES);
        assertThat(((Agreement.Draft) done(half, new Revise("clerk", OTHER)))
                        .version()
                        .names())
                .isNull();
        assertThat(((Agreement.Amending) done(whole, new Amend("clerk", OTHER)))
                        .amendment()
                        .names())
                .isNull();
    }

    @Test
    void nobody_signs_twice_or_for_both() {
        Agreement half = done(new Agreement.Draft(PARTIES, DRAFT), sign(Party.PARTNER));
        assertThat(half.decide(sign(Party.PARTNER), NOW)).isEqualTo(refused(new Refusal.AlreadySigned(Party.PARTNER)));
        assertThat(half.decide(new Sign("PARTNER", Party.BRANCH, null, NAMES), NOW))
                .isEqualTo(refused(new Refusal.SameHands()));
    }

    @Test
    void an_amendment_changes_something_but_not_the_first_day() {
        assertThat(inForce().decide(new Amend("clerk", terms()), NOW)).isEqualTo(refused(new Refusal.NothingAmended()));
        assertThat(inForce().decide(new Amend("clerk", LATER), NOW))
                .isEqualTo(refused(new Refusal.StartMoved(LocalDate.parse("2026-03-01"))));
    }

    @Test
    void an_exit_settles_the_whole_deposit_within_the_agreed_time() {
        Settlement short1 = new Settlement(
                "r", LocalDate.parse("2026-09-30"), Yuan.zero(), Yuan.ofFen(187_949), Yuan.ofFen(12_050));
        assertThat(inForce().decide(new End("head", short1), NOW))
                .isEqualTo(refused(new Refusal.DepositNotSettled(Yuan.ofFen(200_000), Yuan.ofFen(199_999))));
        Settlement late =
                new Settlement("r", LocalDate.parse("2027-03-01"), Yuan.zero(), Yuan.ofFen(200_000), Yuan.zero());
        assertThat(inForce().decide(new End("head", late), NOW))
                .isEqualTo(refused(
                        new Refusal.LastDayOutside(LocalDate.parse("2026-03-01"), LocalDate.parse("2027-02-28"))));
    }

    @Test
    void an_exit_leaves_out_no_month_that_was_confirmed() {
        YearMonth september = YearMonth.of(2026, 9);
        assertThat(settlement().leavesOut(List.of(YearMonth.of(2026, 3), september)))
                .isEmpty();
        assertThat(settlement().leavesOut(List.of(YearMonth.of(2026, 11), september, YearMonth.of(2026, 10))))
                .contains(new Refusal.MonthsConfirmed(
                        LocalDate.parse("2026-09-30"), List.of(YearMonth.of(2026, 10), YearMonth.of(2026, 11))));
    }

    @Test
    void it_expires_only_after_its_last_day_and_is_renewed_only_from_then_on() {
        LocalDate last = LocalDate.parse("2027-02-28");
        assertThat(inForce().decide(new Expire("linli", last), NOW)).isEqualTo(refused(new Refusal.NotOver(last)));
        assertThat(inForce().decide(new Renew("clerk", starting("2027-02-28", "2028-02-28")), NOW))
                .isEqualTo(refused(new Refusal.RenewalTooEarly(last)));
    }

    @Test
    void sessions_are_counted_by_year_of_the_agreement() {
        List<LocalDate> held =
                List.of(LocalDate.parse("2026-03-01"), LocalDate.parse("2027-02-28"), LocalDate.parse("2027-03-01"));
        assertThat(SessionYear.of(starting("2026-03-01", "2027-06-30"), held, LocalDate.parse("2027-05-01")))
                .containsExactly(
                        new SessionYear(LocalDate.parse("2026-03-01"), LocalDate.parse("2027-02-28"), 6, 2),
                        new SessionYear(LocalDate.parse("2027-03-01"), LocalDate.parse("2027-06-30"), 6, 1));
    }

    @Test
    void a_price_list_keeps_its_own_promise_to_the_fen() {
        PricePromise half = new PricePromise(new java.math.BigDecimal("33.33"), List.of());
        assertThat(half.isKeptBy(Yuan.ofFen(3_333), Yuan.ofFen(10_000))).isTrue();
        assertThat(half.isKeptBy(Yuan.ofFen(3_334), Yuan.ofFen(10_000))).isFalse();
        assertThat(mistakes(terms())).isEmpty();
        assertThat(mistakes(starting("2026-03-01", "2026-02-28"))).containsExactly("terms.endsOn");
    }

    private static List<String> mistakes(Terms terms) {
        Fields fields = new Fields();
        TermsRules.check(terms, fields.in("terms"));
        return fields.errors().stream().map(FieldError::field).toList();
    }

    private static Terms starting(String from, String to) {
        Terms usual = terms();
        return new Terms(
                usual.line(),
                usual.project(),
                usual.shareRate(),
                usual.shareBase(),
                usual.taxRate(),
                usual.promise(),
                usual.room(),
                usual.hours(),
                usual.sessionsPerYear(),
                usual.deposit(),
                LocalDate.parse(from),
                LocalDate.parse(to),
                usual.reportDueDay());
    }

    private static Sign sign(Party party) {
        return new Sign(party.name(), party, null, NAMES);
    }

    private static Agreement done(Agreement from, AgreementCommand command) {
        return from.decide(command, NOW).orRefuse();
    }

    private static Decision<Agreement, Refusal> refused(Refusal reason) {
        return Decision.refuse(reason);
    }

    private static String outcome(Decision<Agreement, Refusal> decision) {
        return switch (decision) {
            case Decision.Accepted<Agreement, Refusal> done -> MoveTable.name(done.next());
            case Decision.Refused<Agreement, Refusal> refused
            when refused.reason() instanceof Refusal.NotInThisState state -> "refused in " + state.state();
            case Decision.Refused<Agreement, Refusal> refused ->
                refused.reason().toString();
        };
    }
}
