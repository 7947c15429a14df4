package org.linli.company;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.linli.platform.testing.architecture.ServiceArchitecture;

import java.util.stream.Stream;

/** How the service is put together; its two roles may be deployed apart and share no class. */
class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> architecture() {
        return ServiceArchitecture.of("org.linli.company")
                .layered()
                .pure("org.linli.company.consolidation")
                .strangers(
                        "org.linli.company.consolidation..",
                        "org.linli.company.[unit|line|project|entry|share|statement]..")
                .features("""
                    entry: line statement unit
                    project: line unit
                    share: entry
                    statement: unit
                    """)
                .borrowedTables("""
                    statement: unit
                    """)
                .withoutRights("""
                    Entries: add
                    Projects: add
                    R2dbcReportedEntries: fix release sum waiting
                    StatementChanges: draft save
                    StatementHistory: of
                    StatementLines: of save
                    Statements: lock standing
                    Units: known lock registered save
                    """)
                .tests();
    }
}
