package org.linli.partner.agreement.wire;

import org.junit.jupiter.api.Test;
import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.AgreementFixtures;
import org.linli.partner.agreement.ShareBase;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.testing.GoldenEvents;

import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written down under {@code docs/events} is what leaves this service. */
class AgreementEventsTest {

    private static final Agreement.Signed FIRST = AgreementFixtures.inForce();
    private static final Agreement.Signed SECOND = new Agreement.Signed(
            AgreementFixtures.PARTIES,
            AgreementFixtures.signed(
                    2, AgreementFixtures.terms("0.2000", ShareBase.TURNOVER), Instant.parse("2026-06-30T02:11:09Z")));
    private static final Agreement.Ended ENDED =
            new Agreement.Ended(AgreementFixtures.PARTIES, FIRST.inForce(), AgreementFixtures.settlement());
    private static final List<OutgoingEvent> EVENTS = List.of(
            AgreementEvents.signed(FIRST, "杏林堂诊所", 1),
            AgreementEvents.signed(SECOND, "杏林堂诊所", 2),
            AgreementEvents.ended(ENDED, "杏林堂诊所", "head107", Instant.parse("2026-09-28T02:11:09Z"), 3));

    @Test
    void writes_each_event_as_documented() {
        assertThat(EVENTS).allSatisfy(GoldenEvents::assertDocumented);
    }

    @Test
    void names_the_agreement_as_subject_and_the_branch_as_key() {
        assertThat(EVENTS).allSatisfy(event -> {
            assertThat(event.subject()).isEqualTo("0198c0de-0000-7000-8000-0000000000a1");
            assertThat(event.key()).isEqualTo("440703006107");
        });
    }
}
