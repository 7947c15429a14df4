package org.linli.fund.obligation;

import org.linli.fund.policy.Figures;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.YearMonth;

/** Accepted statements in the words of the street. */
public final class ObligationFixtures {

    public static final ObligationKey SHICHONG_IN_MARCH = key("440703006107", "2026-03");

    private ObligationFixtures() {}

    public static ObligationKey key(String unit, String period) {
        return new ObligationKey(UnitCode.of(unit), YearMonth.parse(period));
    }

    /** Accepted on 3 April 2026, ten in the morning in Jiangmen. */
    public static AcceptedStatement accepted(ObligationKey key, int version, Figures figures) {
        return new AcceptedStatement(
                key.unit() + "-" + key.period() + "-" + version,
                key,
                version,
                figures,
                "hq",
                Instant.parse("2026-04-03T02:11:09Z"));
    }

    public static AcceptedStatement accepted(int version, long grossFen, long taxFen, long directCostFen) {
        return accepted(SHICHONG_IN_MARCH, version, Figures.ofFen(grossFen, taxFen, directCostFen));
    }
}
