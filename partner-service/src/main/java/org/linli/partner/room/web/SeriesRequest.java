package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.room.BookingCommand;
import org.linli.partner.room.application.BookSeries;
import org.linli.partner.room.calendar.Recurrence;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The same booking again and again. */
@Schema(name = "SeriesRequest")
record SeriesRequest(
        @Schema(description = "The first one; the others have its hours") @NotNull @Valid @Nullable
        BookingRequest first,

        @Schema(example = "FREQ=WEEKLY;BYDAY=SA;COUNT=8", description = "RFC 5545: " + Recurrence.EXPECTED)
        @NotNull
        @Size(max = 200)
        @Nullable
        String rule,

        @Schema(example = "[\"2026-12-26\"]", description = "Days left out") @Size(max = 60) @Nullable
        List<@NotNull @Nullable LocalDate> exceptions,

        @Schema(example = "true", description = "Leave public holidays out; true unless given") @Nullable
        Boolean skipHolidays,

        @Schema(example = "false", description = "Book none where one is refused; false unless given") @Nullable
        Boolean allOrNothing) {

    BookSeries.Series of(BookingCommand ask) {
        return new BookSeries.Series(
                ask,
                new Recurrence(Objects.requireNonNull(rule)),
                exceptions == null
                        ? java.util.Set.of()
                        : exceptions.stream().map(Objects::requireNonNull).collect(Collectors.toUnmodifiableSet()),
                !Boolean.FALSE.equals(skipHolidays),
                Boolean.TRUE.equals(allOrNothing));
    }
}
