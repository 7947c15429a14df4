package org.linli.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** What a branch and a clinic write until they agree. */
public final class PartnerPapers {
    private PartnerPapers() {}

    public static Map<String, Object> partner() {
        return Map.of("name", "杏林堂诊所", "kind", "FIRM", "creditCode", "91440703MA4UJ8G67U");
    }

    /** The same all day long. */
    public static Map<String, Object> call(String branch) {
        Instant deadline = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
        return Map.of(
                "unit",
                branch,
                "title",
                "颈肩调理进社区",
                "seeking",
                "寻找一家诊所,晚间与周末为居民调理颈肩",
                "modes",
                List.of("VENUE_COOPERATION"),
                "line",
                "WELLNESS_CARE",
                "conditions",
                "收费不高于市场价的一半,收入的15%返还社区",
                "deadline",
                deadline.toString(),
                "criteria",
                List.of(Map.of("code", "BENEFIT", "name", "公益性", "weight", 100)),
                "documents",
                List.of());
    }

    public static Map<String, Object> proposal(String call, String title) {
        return Map.of(
                "callId",
                call,
                "title",
                title,
                "summary",
                "每周一至周五晚间,持证推拿师两名",
                "mode",
                "VENUE_COOPERATION",
                "priceYuan",
                "60.00",
                "marketPriceYuan",
                "120.00",
                "sharePercent",
                15,
                "benefitSessions",
                6,
                "submit",
                true);
    }

    /** For that many years. */
    public static Map<String, Object> terms(LocalDate from, int years) {
        return Map.of(
                "line", "WELLNESS_CARE",
                "project", "颈肩调理",
                "shareRate", "0.15",
                "shareBase", "TURNOVER",
                "pricePercent", "50",
                "priceList", List.of(Map.of("item", "推拿 60 分钟", "price", "60.00", "market", "120.00")),
                "sessionsPerYear", 6,
                "deposit", "2000.00",
                "startsOn", from.toString(),
                "endsOn", from.plusYears(years).minusDays(1).toString());
    }
}
