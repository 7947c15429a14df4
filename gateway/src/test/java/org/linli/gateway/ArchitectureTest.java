package org.linli.gateway;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.linli.platform.testing.architecture.ServiceArchitecture;

import java.util.stream.Stream;

/** How the gateway is put together. */
class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> architecture() {
        return ServiceArchitecture.of("org.linli.gateway").knownRings("""
            backend edge limit problem token
            """).tests();
    }
}
