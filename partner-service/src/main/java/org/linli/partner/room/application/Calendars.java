package org.linli.partner.room.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.room.calendar.CalendarText;
import org.linli.partner.room.store.CalendarFeeds;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** Calendars that people subscribe to, of a room or of all that a partner has booked. */
@Service
public class Calendars {

    private static final Duration LOOKS_BACK = Duration.ofDays(31);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CalendarFeeds feeds;
    private final Clock clock;

    Calendars(CalendarFeeds feeds, Clock clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    /** A new token of 256 bits; the one before stops working. Inside the caller's transaction. */
    public Mono<String> renew(@Nullable UUID room, @Nullable UUID partner, String by) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return feeds.make(token, room, partner, by, clock.instant()).thenReturn(token);
    }

    /** No address works any more. */
    public Mono<Void> end(@Nullable UUID room, @Nullable UUID partner, String by) {
        return feeds.end(room, partner, by, clock.instant());
    }

    /** The calendar as text; empty where the token is none. */
    public Mono<String> text(String token) {
        return feeds.find(token)
                .flatMap(feed -> feeds.entries(feed, clock.instant().minus(LOOKS_BACK))
                        .map(entries -> CalendarText.of(feed.name(), entries)));
    }
}
