package org.linli.fund;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestEvent;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.linli.platform.testing.history.Unit;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Names follow the registry. */
@LinliTest
class UnitNamesIT {

    @Autowired
    TestHttp http;

    @Autowired
    TestKafka kafka;

    @Test
    void a_branch_is_shown_under_its_code_then_its_name_then_its_new_name() {
        FundSteps fund = new FundSteps(http, kafka);
        String branch = Histories.freshStreet() + "101";
        fund.accepted(branch, "2026-03", 1, "10.00");
        assertThat(name(fund, branch)).isEqualTo("null");

        kafka.publish(FundSteps.registered(List.of(new Unit(branch, "石冲社区", "VENUE"))));
        Awaitility.await("the name").until(() -> name(fund, branch).equals("石冲社区"));

        Map<String, Object> renamed =
                Map.of("code", branch, "name", "石冲新社区", "unitClass", "ALL_ROUND", "level", "COMMUNITY");
        kafka.publish(List.of(
                TestEvent.of("linli.company.unit", "linli.company.unit.changed.v1", branch, branch, 2, renamed)));
        Awaitility.await("the new name").until(() -> name(fund, branch).equals("石冲新社区"));
    }

    private static String name(FundSteps fund, String branch) {
        var name = fund.get(Role.HQ, branch, "/api/fund/compliance/" + branch)
                .get("items")
                .get(0)
                .get("name");
        return name.isNull() ? "null" : name.asString();
    }
}
