package org.linli.fund;

import org.junit.jupiter.api.Test;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.fuzz.FuzzReport;
import org.linli.platform.testing.fuzz.OpenApiFuzzer;
import org.linli.platform.testing.history.Histories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

/** Nonsense by the thousand: never an error of ours, never a trace of what was refused. */
@LinliTest
class FundFuzzIT {

    private static final Logger log = LoggerFactory.getLogger(FundFuzzIT.class);

    @Autowired
    ServiceUnderTest service;

    @Autowired
    TestHttp http;

    @Autowired
    TestKafka kafka;

    @Autowired
    TestDatabase database;

    @Test
    void stands_seeded_nonsense_without_a_5xx_or_a_partial_write() {
        String street = Histories.freshStreet();
        FundSteps fund = new FundSteps(http, kafka);
        FundSteps.known(database, street + "101");
        fund.acceptedAtOnce(
                street,
                List.of(
                        FundSteps.statement(street + "101", "2026-03", 1, "999999999999.99"),
                        FundSteps.statement(street + "102", "2026-03", 1, "-10.00")));
        String funding = FundSteps.fundingId(fund.fund(street + "101", "2026-03", "1.00", "first"));
        FuzzReport report = OpenApiFuzzer.of(service)
                .document("/api/fund/v3/api-docs")
                .under("/api/fund/")
                .units(street)
                .known("unit", street + "101", street + "102", street)
                .known("within", street, street + "101", "4407")
                .known("scope", street, street + "101")
                .known("period", "2026-03", "2026-04")
                .known("from", "2026-01")
                .known("to", "2026-12")
                .known("effectiveFrom", "2026-03", "2027-01")
                .known("base", "GROSS", "GROSS_LESS_TAX")
                .known("carry", "NONE", "YEAR")
                .known("id", funding)
                .known("rate", "0.2500", "1", "0.1999")
                .known("amount", "1.00", "0.01", "999999999999.99")
                .known("date", "2026-03-31", "2026-02-30")
                .known("account", "1002", "1221")
                .run();
        log.info("{}", report);
        report.assertClean();
    }
}
