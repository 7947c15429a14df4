package org.linli.fund;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.linli.platform.testing.architecture.ServiceArchitecture;

import java.util.stream.Stream;

/** How the service is put together. */
class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> architecture() {
        return ServiceArchitecture.of("org.linli.fund")
                .layered()
                .pure(
                        "org.linli.fund.policy",
                        "org.linli.fund.obligation",
                        "org.linli.fund.ledger",
                        "org.linli.fund.funding")
                .features("""
                    compliance: period web
                    funding: ledger obligation period web
                    ledger: web
                    obligation: ledger period policy web
                    policy: period web
                    web: period
                    """)
                .borrowedWeb("""
                    funding: web.Fields web.Filters
                    ledger: web.Filters
                    obligation: web.Filters
                    policy: web.Fields web.Filters
                    """)
                .borrowedTables("""
                    compliance: return_obligation
                    ledger: funding funding_reversal obligation_accrual obligation_carry return_obligation
                    obligation: funding funding_reversal
                    """)
                .tests();
    }
}
