package org.linli.partner.matching;

import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** What can be matched. */
public interface Candidates {

    /** What is asked about; empty where the scope holds none of that kind. */
    Mono<Profile> subject(Scope scope, MatchKind kind, UUID id);

    /**
     * What may go with it, open and of its street: what the scope holds, rooms and calls that everybody may see, and of
     * calls and proposals those only that share a pair of characters with its topics, or name it.
     */
    Mono<List<Profile>> near(Scope scope, Profile subject, List<MatchKind> kinds);
}
