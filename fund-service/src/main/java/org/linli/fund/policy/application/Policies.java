package org.linli.fund.policy.application;

import org.linli.fund.policy.DeclaredPolicy;
import org.linli.fund.policy.PolicyBook;
import org.linli.fund.policy.ReturnPolicy;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

/** All return policies ever declared. */
public interface Policies {

    /** Every policy that bears on a unit of the scope: those inside it, and the wider ones that bind it too. */
    Mono<PolicyBook> bearingOn(Scope scope);

    /** The same policies as a list by scope and version. */
    Mono<Page<ReturnPolicy>> page(Scope scope, PageRequest page);

    /** Whether a unit of this code, or below it, has been heard of. */
    Mono<Boolean> isKnown(Scope scope);

    /** Waits until nobody else declares a policy, until the transaction ends. */
    Mono<Void> lockDeclaring();

    /** Adds the declared version. */
    Mono<ReturnPolicy> add(Scope scope, DeclaredPolicy declared, String decidedBy);
}
