package org.linli.partner.trial.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.room.BookingCommand;
import org.linli.partner.room.BookingKind;
import org.linli.partner.room.TimeSpan;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A session in a room, which it books. */
@Schema(name = "SessionRequest")
record SessionRequest(
        @NotNull @Nullable UUID roomId,

        @Schema(description = "Ids of the room's parts; left out for the whole room") @Size(max = 20) @Nullable
        List<@NotNull @Nullable UUID> parts,

        @Schema(example = "2026-12-05T18:00:00+08:00") @NotNull @Nullable
        OffsetDateTime from,

        @Schema(example = "2026-12-05T19:30:00+08:00") @NotNull @Nullable
        OffsetDateTime to,

        @Schema(example = "20", description = "Seats, at most what the room holds")
        @NotNull
        @Min(1)
        @Max(100_000)
        @Nullable
        Integer capacity) {

    BookingCommand ask(String subject) {
        return new BookingCommand(
                Objects.requireNonNull(roomId),
                parts == null
                        ? List.of()
                        : parts.stream().map(Objects::requireNonNull).toList(),
                new TimeSpan(
                        Objects.requireNonNull(from).toInstant(),
                        Objects.requireNonNull(to).toInstant()),
                BookingKind.RESIDENT,
                null,
                "试课 Trial session",
                null,
                subject);
    }
}
