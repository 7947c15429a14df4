package org.linli.platform.outbox;

import org.linli.platform.event.OutgoingEvent;
import reactor.core.publisher.Mono;

import java.util.List;

/** Where events wait, in the transaction that made them, until the relay has brought them to Kafka. */
public interface Outbox {

    /**
     * Adds the events to the running transaction, in their order. They are written with its last statement.
     *
     * @return fails with {@link IllegalStateException} where no transaction is open
     */
    Mono<Void> append(List<OutgoingEvent> events);
}
