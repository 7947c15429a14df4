package org.linli.platform.testing.architecture.violations.store;

import org.linli.platform.security.SystemAccess;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Rows for everybody. Abstract, so that no service under test takes it for one of its own. */
@Repository
public abstract class UnscopedRows {

    public Mono<Long> all() {
        return Mono.just(0L);
    }

    @SystemAccess(" ")
    public Mono<Long> unexplained() {
        return Mono.just(0L);
    }

    @SystemAccess("counts what is nobody's")
    public Mono<Long> explained() {
        return Mono.just(0L);
    }

    public Mono<Long> within(Scope scope) {
        return Mono.just(0L);
    }
}
