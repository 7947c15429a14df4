package org.linli.company;

import org.junit.jupiter.api.Test;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.fuzz.FuzzReport;
import org.linli.platform.testing.fuzz.OpenApiFuzzer;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

/** Seeded nonsense: no 5xx, every refusal a problem, no trace of what was refused. */
@LinliTest
class CompanyFuzzIT {

    @Autowired
    ServiceUnderTest service;

    @Test
    void stands_nonsense() {
        String street = Histories.freshStreet();
        String branch = street + "101";
        String sibling = street + "102";
        CompanySteps steps = new CompanySteps(service.http());
        steps.register(branch, sibling);
        steps.record(branch, List.of(CompanySteps.entry("fuzz-1", branch, "2026-01", "10.00")));
        steps.submit(branch, "2026-01");
        FuzzReport report = OpenApiFuzzer.of(service)
                .document("/api/company/v3/api-docs")
                .under("/api/company/")
                .units(street)
                .known("unit", branch, sibling)
                .known("code", branch, sibling)
                .known("scope", branch, street)
                .known("counterparty", sibling, street)
                .known("period", "2026-01", "2026-02")
                .known("from", "2026-01")
                .known("to", "2026-12")
                .known("date", "2026-01-15", "2026-02-15")
                .known("line", "CANTEEN", "FAIR")
                .known("gross", "12.30", "-0.01")
                .known("tax", "0.00")
                .known("directCost", "0.00")
                .known("entryNo", "fuzz-1", "fuzz-2")
                .known("startedOn", "2026-01-01")
                .known("id", branch + "-2026-01-1", "1")
                .run();
        System.out.println(report);
        report.assertClean();
    }
}
