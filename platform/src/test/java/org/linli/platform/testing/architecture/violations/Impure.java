package org.linli.platform.testing.architecture.violations;

import reactor.core.publisher.Mono;

interface Impure {

    Mono<String> decide();
}
