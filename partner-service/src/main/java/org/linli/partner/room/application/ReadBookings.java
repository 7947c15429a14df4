package org.linli.partner.room.application;

import org.linli.partner.room.Booking;
import org.linli.partner.room.BookingFilter;
import org.linli.partner.room.WaitlistEntry;
import org.linli.partner.room.store.Bookings;
import org.linli.partner.room.store.Waitlist;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Visibility;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** Shows bookings and waiting lists. */
@Service
public class ReadBookings {

    private final Bookings bookings;
    private final Waitlist wishes;

    ReadBookings(Bookings bookings, Waitlist wishes) {
        this.bookings = bookings;
        this.wishes = wishes;
    }

    /** The booking, or a 404. */
    public Mono<Booking> booking(UUID id, Visibility visibility) {
        return bookings.find(id, visibility).switchIfEmpty(Problem.missing("The booking"));
    }

    public Mono<Page<Booking>> bookings(Visibility visibility, BookingFilter filter, PageRequest page) {
        return bookings.page(visibility, filter, page);
    }

    /** The entry, or a 404. */
    public Mono<WaitlistEntry> wish(UUID id, Visibility visibility) {
        return wishes.find(id, visibility).switchIfEmpty(Problem.missing("The entry"));
    }

    /** @param state empty for all */
    public Mono<Page<WaitlistEntry>> wishes(Visibility visibility, String state, PageRequest page) {
        return wishes.page(visibility, state, page);
    }
}
