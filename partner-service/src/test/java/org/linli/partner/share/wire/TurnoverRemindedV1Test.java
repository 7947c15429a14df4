package org.linli.partner.share.wire;

import org.junit.jupiter.api.Test;
import org.linli.partner.share.application.LateReports.LateReport;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.testing.GoldenEvents;

import static org.assertj.core.api.Assertions.assertThat;

class TurnoverRemindedV1Test {

    @Test
    void is_written_as_documented() {
        OutgoingEvent event = TurnoverRemindedV1.event(new LateReport(
                "0198c0de-0000-7000-8000-0000000000a1",
                "440703006107",
                "石冲社区",
                "0198c0de-0000-7000-8000-0000000000b1",
                "杏林堂诊所",
                "颈肩调理进社区",
                "2026-03",
                "2026-04-10",
                5,
                2,
                "2026-04-15"));
        GoldenEvents.assertDocumented(event);
        assertThat(event.subject()).isEqualTo("0198c0de-0000-7000-8000-0000000000a1/2026-03");
        assertThat(event.sequence()).isEqualTo(2);
    }
}
