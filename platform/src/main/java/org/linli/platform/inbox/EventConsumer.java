package org.linli.platform.inbox;

import org.linli.platform.event.IncomingEvent;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Set;

/** What a service does with events. A bean of this kind is fed by its own batch listener. */
public interface EventConsumer {

    /** Consumer group and name in the inbox, such as {@code company.consolidation}; never changed once in use. */
    String name();

    Set<String> topics();

    /**
     * The effect of events that this consumer has not seen before, in order per subject, up to 500 at once. Runs in
     * the transaction of their inbox rows: both happen or neither. Types that it does not know are passed over.
     *
     * @throws org.linli.platform.event.PoisonEvent thrown or emitted: the event goes to the dead letters
     */
    Mono<Void> apply(List<IncomingEvent> events);
}
