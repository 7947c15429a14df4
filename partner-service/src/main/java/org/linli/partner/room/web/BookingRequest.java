package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.PartnerRef;
import org.linli.partner.room.BookingCommand;
import org.linli.partner.room.BookingKind;
import org.linli.partner.room.TimeSpan;
import org.linli.platform.problem.Problem;
import org.linli.platform.text.Texts;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A room for a time. */
@Schema(name = "BookingRequest")
record BookingRequest(
        @Schema(example = "01938f6e-7c00-7000-8000-000000000001") @NotNull @Nullable
        UUID roomId,

        @Schema(description = "Ids of the room's parts; left out for the whole room") @Size(max = 20) @Nullable
        List<@NotNull @Nullable UUID> parts,

        @Schema(example = "2026-12-05T18:00:00+08:00", description = "On a quarter of an hour") @NotNull @Nullable
        OffsetDateTime from,

        @Schema(example = "2026-12-05T19:30:00+08:00") @NotNull @Nullable
        OffsetDateTime to,

        @Schema(example = "长者合唱团排练", description = "Shown in the room's calendar") @NotBlank @Size(max = 200) @Nullable
        String purpose,

        @Schema(
                example = "RESIDENT",
                description = "RESIDENT or OFFICE for the branch; SERVICE, or left out, for a partner")
        @Nullable
        BookingKind kind) {

    BookingCommand byStaff(String subject) {
        if (kind == null || kind == BookingKind.SERVICE) {
            throw wrongKind("RESIDENT or OFFICE; a partner books its own service");
        }
        return ask(kind, null, subject);
    }

    BookingCommand byPartner(PartnerRef partner, String subject) {
        if (kind != null && kind != BookingKind.SERVICE) {
            throw wrongKind("SERVICE, or left out");
        }
        return ask(BookingKind.SERVICE, partner.id(), subject);
    }

    private BookingCommand ask(BookingKind use, @Nullable UUID partner, String subject) {
        return new BookingCommand(
                Objects.requireNonNull(roomId),
                parts == null
                        ? List.of()
                        : parts.stream().map(Objects::requireNonNull).toList(),
                new TimeSpan(
                        Objects.requireNonNull(from).toInstant(),
                        Objects.requireNonNull(to).toInstant()),
                use,
                partner,
                Texts.trimmed(Objects.requireNonNull(purpose)),
                null,
                subject);
    }

    private static RuntimeException wrongKind(String expected) {
        return Problem.invalid("The booking is not valid")
                .field("kind", "not a kind that you book", expected)
                .exception();
    }
}
