package org.linli.partner.call;

import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Calls as the branch of Shichong would make them. */
public final class CallFixtures {

    public static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
    public static final UnitCode BRANCH = UnitCode.of("440703006107");
    public static final Instant DEADLINE = Instant.parse("2027-01-31T16:00:00Z");
    public static final Instant BEFORE = Instant.parse("2026-12-01T02:11:09Z");

    private CallFixtures() {}

    public static CallTerms terms() {
        return new CallTerms(
                BRANCH,
                "石冲社区长者书法班招募",
                "寻找一位书法老师，每周两晚为长者授课",
                List.of(CooperationMode.VENUE_COOPERATION),
                "TRAINING",
                "收费不高于市场价的一半",
                DEADLINE,
                List.of(new Criterion("BENEFIT", "公益性", 60), new Criterion("PRICE", "价格", 40)),
                List.of(new DocumentRequirement("LICENCE", "营业执照", true)));
    }

    public static OpenCall published() {
        return new OpenCall.Published(ID, terms(), BEFORE);
    }
}
