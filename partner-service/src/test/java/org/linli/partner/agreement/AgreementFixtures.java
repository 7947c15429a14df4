package org.linli.partner.agreement;

import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Agreements in the words of the street. */
public final class AgreementFixtures {

    public static final Instant NOW = Instant.parse("2026-02-27T02:11:09Z");
    public static final Parties PARTIES = new Parties(
            UUID.fromString("0198c0de-0000-7000-8000-0000000000a1"),
            UnitCode.of("440703006107"),
            UUID.fromString("0198c0de-0000-7000-8000-0000000000b1"),
            UUID.fromString("0198c0de-0000-7000-8000-0000000000c1"),
            null);

    public static final PartyNames NAMES = new PartyNames("杏林堂诊所", "石冲社区");

    private AgreementFixtures() {}

    public static Terms terms() {
        return terms("0.1500", ShareBase.TURNOVER);
    }

    public static Terms terms(String rate, ShareBase base) {
        return new Terms(
                "WELLNESS_CARE",
                "颈肩调理",
                new BigDecimal(rate),
                base,
                new BigDecimal("0.0100"),
                new PricePromise(
                        new BigDecimal("50.00"),
                        List.of(new PriceItem("推拿 <60 分钟> & 拔罐", Yuan.ofFen(6_000), Yuan.ofFen(12_000)))),
                "二楼多功能室",
                "周一至周五 18:30-21:00",
                6,
                Yuan.ofFen(200_000),
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2027-02-28"),
                10);
    }

    public static Version signed(int number, Terms terms, Instant at) {
        return new Version(
                number,
                terms,
                new Signature("partner1", at.minusSeconds(60), null),
                new Signature("head107", at, null),
                NAMES);
    }

    public static Agreement.Signed inForce() {
        return new Agreement.Signed(PARTIES, signed(1, terms(), NOW));
    }

    public static Settlement settlement() {
        return new Settlement(
                "合伙人迁出本市", LocalDate.parse("2026-09-30"), Yuan.ofFen(12_050), Yuan.ofFen(187_950), Yuan.ofFen(12_050));
    }
}
