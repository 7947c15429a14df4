package org.linli.partner.room.application;

import org.linli.partner.partner.Reach;
import org.linli.partner.room.Booking;
import org.linli.partner.room.BookingFilter;
import org.linli.partner.room.WaitlistEntry;
import org.linli.partner.room.store.Bookings;
import org.linli.partner.room.store.Waitlist;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.problem.Problem;
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
    public Mono<Booking> booking(UUID id, Reach reach) {
        return bookings.find(id, reach).switchIfEmpty(Problem.missing("The booking"));
    }

    public Mono<Page<Booking>> bookings(Reach reach, BookingFilter filter, PageRequest page) {
        return bookings.page(reach, filter, page);
    }

    /** The entry, or a 404. */
    public Mono<WaitlistEntry> wish(UUID id, Reach reach) {
        return wishes.find(id, reach).switchIfEmpty(Problem.missing("The entry"));
    }

    /** @param state empty for all */
    public Mono<Page<WaitlistEntry>> wishes(Reach reach, String state, PageRequest page) {
        return wishes.page(reach, state, page);
    }
}
