package org.linli.bench.gateway;

import java.util.List;

/**
 * The gateway with one thing changed.
 *
 * @param name of the variant and its log
 * @param jvm flags added
 * @param settings added
 */
record Setting(String name, List<String> jvm, List<String> settings) {

    static final String AS_SHIPPED = "as-shipped";

    static final List<Setting> ALL = List.of(
            new Setting(AS_SHIPPED, List.of(), List.of()),
            new Setting("nio-instead-of-epoll", List.of("-Dreactor.netty.native=false"), List.of()),
            new Setting("one-loop", List.of(), List.of("--linli.gateway.pool.loops=1")),
            new Setting("four-loops", List.of(), List.of("--linli.gateway.pool.loops=4")),
            new Setting("parallel-collector", List.of("-XX:-UseSerialGC", "-XX:+UseParallelGC"), List.of()),
            new Setting("g1-collector", List.of("-XX:-UseSerialGC", "-XX:+UseG1GC"), List.of()),
            new Setting("first-compiler-only", List.of("-XX:TieredStopAtLevel=1"), List.of()),
            new Setting("observing-requests", List.of(), List.of("--spring.autoconfigure.exclude=")));
}
