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
                .storesBehindPorts()
                .pure(
                        "org.linli.fund.policy",
                        "org.linli.fund.obligation",
                        "org.linli.fund.ledger",
                        "org.linli.fund.funding")
                .features("""
                    funding: ledger obligation
                    obligation: ledger policy
                    """)
                .borrowedTables("""
                    compliance: return_obligation
                    ledger: funding funding_reversal obligation_accrual obligation_carry return_obligation
                    obligation: funding funding_reversal
                    """)
                .tests();
    }
}
