package org.linli.partner.share.wire;

import org.junit.jupiter.api.Test;
import org.linli.partner.agreement.ShareBase;
import org.linli.partner.share.Figures;
import org.linli.partner.share.ReportKey;
import org.linli.partner.share.Share;
import org.linli.partner.share.TurnoverReport;
import org.linli.partner.share.application.StoredReport;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.money.Yuan;
import org.linli.platform.testing.GoldenEvents;
import org.linli.platform.unit.UnitCode;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written down under {@code docs/events} is what leaves this service. */
class ShareConfirmedV1Test {

    private static final Instant AT = Instant.parse("2026-04-12T02:11:09Z");

    @Test
    void is_written_as_documented() {
        var reported = new TurnoverReport.Reported(
                new ReportKey(UUID.fromString("0198c0de-0000-7000-8000-0000000000a1"), YearMonth.of(2026, 3), 2),
                new Figures(Yuan.ofFen(1_234_570), null, new Share(Yuan.ofFen(185_186), Yuan.ofFen(1_852))),
                "partner1",
                AT);
        var known = new StoredReport(
                UUID.fromString("0198c0de-0000-7000-8000-0000000000d1"),
                reported,
                UnitCode.of("440703006107"),
                "石冲社区",
                UUID.fromString("0198c0de-0000-7000-8000-0000000000b1"),
                "杏林堂诊所",
                new StoredReport.Booking(
                        "WELLNESS_CARE",
                        "颈肩调理",
                        ShareBase.TURNOVER,
                        new BigDecimal("0.1500"),
                        new BigDecimal("0.0100")),
                1,
                List.of(),
                null,
                0,
                null,
                null,
                null,
                null,
                1);
        OutgoingEvent event = ShareConfirmedV1.event(
                known,
                new TurnoverReport.Confirmed(reported, "head107", AT),
                new Share(Yuan.ofFen(3_001), Yuan.ofFen(30)),
                2);
        GoldenEvents.assertDocumented(event);
        assertThat(event.subject()).isEqualTo("0198c0de-0000-7000-8000-0000000000a1/2026-03");
        assertThat(event.key()).isEqualTo("440703006107");
        assertThat(event.sequence()).isEqualTo(2);
    }
}
