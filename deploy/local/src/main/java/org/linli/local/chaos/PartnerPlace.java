package org.linli.local.chaos;

import org.linli.local.demo.PartnerPapers;
import org.linli.local.gateway.CallFailure;
import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where the partners' work of a round happens: an invented city of its own with one street, so that rounds on one suite
 * do not mix, and that of the main flow stays apart.
 *
 * @param seed the round's
 * @param months how many each branch works, the last one before this; at most 12
 */
record PartnerPlace(long seed, int months) {
    static final String PARTNER = "partner1";
    static final ZoneId DAYS = ZoneId.of("Asia/Shanghai");

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int BRANCHES = 4;
    private static final List<String> HOLDERS = List.of(PARTNER, "resident", "seeker1");

    String city() {
        return InventedCity.of(61, seed);
    }

    String street() {
        return city() + "01001";
    }

    List<String> branches() {
        return IntStream.range(0, BRANCHES).mapToObj(i -> street() + (101 + i)).toList();
    }

    /** Who shows a card at the counter of that branch. */
    String holder(String branch) {
        return HOLDERS.get(branches().indexOf(branch) % HOLDERS.size());
    }

    /** All are over. */
    YearMonth period(int month) {
        return YearMonth.now(DAYS).minusMonths(months - month);
    }

    /** The same for every repetition of the same act in the same round. */
    String key(String branch, String what) {
        String act = seed + " " + branch + " " + what;
        return "chaos-" + UUID.nameUUIDFromBytes(act.getBytes(UTF_8));
    }

    /** What has to be there before the first kill. */
    void prepare(GatewayClient gateway) {
        List<Map<String, String>> units = branches().stream()
                .map(branch -> Map.of("code", branch, "name", "分公司" + branch, "unitClass", "VENUE"))
                .toList();
        gateway.post(Clients.HQ, "/api/company/units/batch", Map.of("units", units), "chaos-places-" + seed)
                .required(Object.class);
        Map<String, Object> rule = Map.of(
                "street",
                street(),
                "code",
                "VOLUNTEER_HOUR",
                "name",
                "志愿服务",
                "points",
                2,
                "per",
                "小时",
                "validMonths",
                12);
        gateway.post(Clients.HQ, "/api/partner/points/rules", rule, "chaos-rule-" + seed)
                .required(Object.class);
        gateway.post(PARTNER, "/api/partner/partners", PartnerPapers.partner(), "chaos-partner");
        awaitStreet(gateway);
    }

    /** Points are earned in streets that the service has heard of. */
    private void awaitStreet(GatewayClient gateway) {
        Map<String, Object> card = Map.of("street", street(), "purpose", "EARN");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!gateway.post(PARTNER, "/api/partner/points/cards", card, "chaos-street-" + seed)
                .succeeded()) {
            if (System.nanoTime() > end) {
                throw new CallFailure("The street " + street() + " was not heard of within " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
