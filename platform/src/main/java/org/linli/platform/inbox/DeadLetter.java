package org.linli.platform.inbox;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A record that a consumer could not take and has not taken since.
 *
 * @param consumer that refused it
 * @param topic that it came from
 * @param position where it lies in the topic of the dead letters, {@code partition@offset}
 * @param id of the event; absent, like the next three, where the record is no event of ours
 * @param subject the aggregate
 * @param sequence of the aggregate's events
 * @param key the unit code
 * @param reason why it was refused
 * @param at when
 */
@Schema(name = "DeadLetter")
public record DeadLetter(
        String consumer,
        String topic,
        String position,
        @Nullable UUID id,
        @Nullable String type,
        @Nullable String subject,
        @Nullable Long sequence,
        @Nullable String key,
        String reason,
        Instant at) {

    /** The same, refused once more. */
    DeadLetter because(String why) {
        return new DeadLetter(consumer, topic, position, id, type, subject, sequence, key, why, at);
    }
}
