package org.linli.platform.outbox;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** A batch on its way: the ids in order, and the acknowledgements to come of those that were handed over. */
record SentBatch(List<Long> ids, List<Future<RecordMetadata>> acknowledgements) {

    private static final Logger log = LoggerFactory.getLogger(SentBatch.class);

    int size() {
        return ids.size();
    }

    /** Waits for the acknowledgements in order and stops at the first that fails. @return the ids before it */
    List<Long> awaitAcknowledgedPrefix() {
        List<Long> prefix = new ArrayList<>(ids.size());
        for (int i = 0; i < acknowledgements.size(); i++) {
            try {
                acknowledgements.get(i).get();
                prefix.add(ids.get(i));
            } catch (ExecutionException failure) {
                log.warn(
                        "Event {} was not taken and will be sent again: {}",
                        ids.get(i),
                        String.valueOf(failure.getCause()));
                break;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return prefix;
    }
}
