package org.linli.partner.room.web;

import org.junit.jupiter.api.Test;
import org.linli.partner.partner.PartnerRef;
import org.linli.partner.room.BookingCommand;
import org.linli.partner.room.BookingKind;
import org.linli.platform.testing.openapi.RequestExamples;
import org.linli.platform.unit.StreetTime;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What a partner may send as the document shows it. */
class BookingExampleTest {

    private static final PartnerRef PARTNER = new PartnerRef(new UUID(0, 1), "墨香书院");

    @Test
    void the_documented_examples_are_taken_of_a_partner() {
        for (String handler : List.of("book", "await")) {
            var request = RequestExamples.of(ServiceBookingController.class, handler, BookingRequest.class);
            assertThat(request.byPartner(PARTNER, "subject").kind()).isEqualTo(BookingKind.SERVICE);
        }
        var series = RequestExamples.of(ServiceBookingController.class, "series", SeriesRequest.class);
        BookingCommand first = Objects.requireNonNull(series.first()).byPartner(PARTNER, "subject");
        LocalDateTime begins = LocalDateTime.ofInstant(first.time().from(), StreetTime.ZONE);
        LocalDate last = begins.toLocalDate().plusDays(366);
        assertThat(series.of(first).rule().days(begins, last)).hasSize(8);
    }
}
