package org.linli.fund.policy.application;

import org.linli.fund.policy.PolicyTrial.Reported;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.util.List;

/** What branches have reported so far, for trying a policy out. */
public interface ReportedFigures {

    /** Figures of each branch in the scope for the latest periods that anybody in the scope reported. */
    Mono<List<Reported>> latest(Scope scope, int periods);
}
