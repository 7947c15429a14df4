package org.linli.fund.policy.application;

import org.jspecify.annotations.Nullable;
import org.linli.fund.policy.DeclaredPolicy;
import org.linli.fund.policy.PolicyBook;
import org.linli.fund.policy.ReturnPolicy;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.util.List;

/** All return policies ever declared. */
public interface Policies {

    /** Every policy that bears on a unit of the scope: those inside it, and the wider ones that bind it too. */
    Mono<PolicyBook> bearingOn(Scope scope);

    /** The same policies as a list by scope and version, the rows after the given one. */
    Mono<List<ReturnPolicy>> list(Scope scope, @Nullable After after, int limit);

    /** Whether a unit of this code, or below it, has been heard of. */
    Mono<Boolean> isKnown(Scope scope);

    /** Waits until nobody else declares a policy, until the transaction ends. */
    Mono<Void> lockDeclaring();

    /** Adds the declared version. */
    Mono<ReturnPolicy> add(Scope scope, DeclaredPolicy declared, String decidedBy);

    /** The last row of the page before. */
    record After(String scope, int version) {}
}
