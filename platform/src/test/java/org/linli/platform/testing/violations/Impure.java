package org.linli.platform.testing.violations;

import reactor.core.publisher.Mono;

interface Impure {

    Mono<String> decide();
}
