package org.linli.fund.obligation.wire;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.fund.obligation.AcceptedStatement;
import org.linli.fund.obligation.Accrual;
import org.linli.fund.obligation.Accruals;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.ObligationFixtures;
import org.linli.fund.obligation.ObligationKey;
import org.linli.fund.policy.BaseKind;
import org.linli.fund.policy.Figures;
import org.linli.fund.policy.PolicyBook;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.event.PoisonEvent;
import org.linli.platform.money.MoneyJacksonModule;
import org.linli.platform.money.Yuan;
import org.linli.platform.testing.GoldenEvents;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.fund.policy.PolicyFixtures.bookWith;
import static org.linli.fund.policy.PolicyFixtures.carrying;

/** What is written down under {@code docs/events} is what this service reads and writes. */
class EventContractsTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new MoneyJacksonModule()).build();
    private static final ObligationKey KEY = ObligationFixtures.key("440703006101", "2026-03");

    @Test
    void reads_an_accepted_statement_as_company_service_writes_it() {
        AcceptedStatement statement = RevenueStatementAcceptedV1.read(golden());
        assertThat(statement.key()).isEqualTo(KEY);
        assertThat(statement.version()).isEqualTo(2);
        assertThat(statement.figures().gross()).isEqualTo(total("gross"));
        assertThat(statement.figures().tax()).isEqualTo(total("tax"));
        assertThat(statement.figures().directCost()).isEqualTo(total("directCost"));
        assertThat(statement.acceptedAt()).isEqualTo("2026-04-03T02:11:09Z");
    }

    private static Money total(String field) {
        return Yuan.parse(JSON.readTree(GoldenEvents.golden(RevenueStatementAcceptedV1.TYPE))
                        .get("totals")
                        .get(field)
                        .asString())
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "unit, '\"440703006\"'",
        "period, '\"2026-3\"'",
        "version, 7",
        "statementId, null",
        "totals, null",
        "totals, '{\"gross\": 1234.56}'",
        "acceptedAt, '\"yesterday\"'"
    })
    void refuses_a_statement_that_it_cannot_trust(String field, String wrong) {
        ObjectNode data = (ObjectNode) JSON.readTree(GoldenEvents.golden(RevenueStatementAcceptedV1.TYPE));
        data.set(field, JSON.readTree(wrong));
        assertThatThrownBy(() -> RevenueStatementAcceptedV1.read(incoming(data.toString())))
                .isInstanceOf(PoisonEvent.class);
    }

    @Test
    void writes_an_accrual_as_documented() {
        Accruals first = Accruals.of(List.of(statement(1, 125_000)), List.of(), bookWith());
        Accruals second = Accruals.of(List.of(statement(2, 120_000)), first.obligations(), bookWith());
        OutgoingEvent event = ObligationEvents.accrued(second.accruals().getFirst())
                .findFirst()
                .orElseThrow();
        assertThat(event.subject()).isEqualTo("440703006101/2026-03");
        assertThat(event.key()).isEqualTo("440703006101");
        assertThat(event.sequence()).isEqualTo(2);
        GoldenEvents.assertDocumented(event);
    }

    @Test
    void writes_a_funding_as_documented() {
        Accruals first = Accruals.of(List.of(statement(1, 120_000)), List.of(), bookWith());
        Obligation owed = first.obligations().getFirst();
        Obligation part = funded(owed, 5_000);
        GoldenEvents.assertDocumented(ObligationEvents.funded(funded(part, 10_000), "17", Yuan.ofFen(10_000)));
    }

    @Test
    void writes_a_reversal_as_documented() {
        Accruals first = Accruals.of(List.of(statement(1, 120_000)), List.of(), bookWith());
        Obligation twice = funded(funded(first.obligations().getFirst(), 5_000), 10_000);
        Obligation after = twice.withoutFunding(Yuan.ofFen(10_000)).withNextEvent();
        OutgoingEvent event = ObligationEvents.fundingReversed(after, "3", "17", Yuan.ofFen(10_000), "银行退回：账户已注销");
        assertThat(event.sequence()).isEqualTo(4);
        GoldenEvents.assertDocumented(event);
    }

    @Test
    void tells_each_month_that_a_negative_base_is_carried_to() {
        PolicyBook book = bookWith(carrying("440703006", 1, BaseKind.GROSS, "0.2", "2026-01"));
        Accruals march = Accruals.of(List.of(statement(1, 125_000)), List.of(), book);
        AcceptedStatement refund = ObligationFixtures.accepted(
                ObligationFixtures.key("440703006101", "2026-04"), 1, Figures.ofFen(-25_000, 0, 0));
        Accrual april = Accruals.of(List.of(refund), march.obligations(), book)
                .accruals()
                .getFirst();
        assertThat(ObligationEvents.accrued(april))
                .extracting(event -> event.subject() + " " + event.sequence())
                .containsExactly("440703006101/2026-04 1", "440703006101/2026-03 2");
        assertThat(ObligationEvents.accrued(april).toList().getLast().data())
                .isEqualTo(new ObligationEvents.ReturnObligationAccruedV1(
                        "440703006101",
                        "2026-03",
                        "440703006101-2026-04-1",
                        "GROSS",
                        Yuan.ofFen(125_000),
                        Yuan.ofFen(-25_000),
                        "0.2000",
                        Yuan.ofFen(20_000),
                        Yuan.ofFen(-5_000)));
    }

    private static Obligation funded(Obligation obligation, long fen) {
        LocalDate day = LocalDate.parse("2026-04-20");
        return obligation.fund(Yuan.ofFen(fen), day, day).orRefuse();
    }

    private static AcceptedStatement statement(int version, long grossFen) {
        return ObligationFixtures.accepted(KEY, version, Figures.ofFen(grossFen, 0, 0));
    }

    private static IncomingEvent golden() {
        return incoming(GoldenEvents.golden(RevenueStatementAcceptedV1.TYPE));
    }

    private static IncomingEvent incoming(String data) {
        return GoldenEvents.incoming(
                RevenueStatementAcceptedV1.TOPIC, RevenueStatementAcceptedV1.TYPE, "440703006101/2026-03", 1, data);
    }
}
