package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.room.BookingRules;
import org.linli.partner.room.OpeningHours;
import org.linli.partner.room.Room;
import org.linli.partner.room.RoomName;
import org.linli.partner.room.TimeOfDay;
import org.linli.platform.problem.NoPersonalNumbers;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;
import org.linli.platform.problem.SingleLine;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.UnitCode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A room as the branch describes it. Minutes and hours left out are 0, {@code daysAhead} is 60. */
@Schema(name = "RoomRequest")
record RoomRequest(
        @Schema(example = "440703006101", description = "Branch, 12 digits; never changes") @NotNull @Nullable
        String unit,

        @Schema(example = "三楼多功能厅") @NotBlank @Size(max = 100) @SingleLine @NoPersonalNumbers @Nullable
        String name,

        @Schema(example = "党群服务中心三楼") @Size(max = 200) @SingleLine @NoPersonalNumbers @Nullable
        String place,

        @Schema(example = "60", description = "People") @NotNull @Min(1) @Max(100_000) @Nullable
        Integer capacity,

        @Schema(example = "[\"投影仪\", \"把杆\"]") @Size(max = 50) @Nullable
        List<@NotBlank @Size(max = 100) @SingleLine @NoPersonalNumbers @Nullable String> equipment,

        @Schema(
                example = "[\"东区\", \"西区\"]",
                description = "Parts that can be booked on their own; never change. None: the room is not divided")
        @Size(max = 20)
        @Nullable
        List<@NotBlank @Size(max = 100) @SingleLine @NoPersonalNumbers @Nullable String> parts,

        @NotNull @Size(min = 1, max = 50) @Nullable List<@NotNull @Valid @Nullable Hours> hours,

        @Schema(example = "[\"2026-12-24\"]") @Size(max = 366) @Nullable
        List<@NotNull @Nullable LocalDate> closedDays,

        @Schema(example = "false", description = "On public holidays, with the hours of a Sunday") @Nullable
        Boolean openOnHolidays,

        @Schema(example = "15") @Min(0) @Max(240) @Nullable Integer setUpMinutes,

        @Schema(example = "15") @Min(0) @Max(240) @Nullable Integer cleanUpMinutes,

        @Schema(example = "60") @Min(1) @Max(366) @Nullable Integer daysAhead,

        @Schema(example = "24", description = "Hours before the start until which cancelling is free")
        @Min(0)
        @Max(720)
        @Nullable
        Integer freeUntilHours) {

    private static final String NAMES = "1 to 100 characters";

    @Schema(name = "RoomHoursRequest")
    record Hours(
            @Schema(example = "SATURDAY") @NotNull @Nullable DayOfWeek weekday,

            @Schema(example = "09:00") @NotNull @Size(max = 8) @Nullable
            String opens,

            @Schema(example = "21:00", description = "Up to 24:00, the end of the day")
            @NotNull
            @Size(max = 8)
            @Nullable
            String closes) {}

    UnitCode branch() {
        return UnitCode.parse(unit)
                .filter(UnitCode::isCommunity)
                .orElseThrow(() -> invalid("unit", "not a branch code", "a branch's code of 12 digits"));
    }

    List<String> partNames() {
        List<String> names = clean(parts);
        if (!names.stream().allMatch(RoomName::isOne)) {
            throw invalid("parts", "missing or too long", NAMES);
        }
        if (!RoomName.differ(names)) {
            throw invalid("parts", "two parts of the same name", "names that differ");
        }
        return names;
    }

    private String roomName() {
        String called = RoomName.of(Objects.requireNonNull(name));
        if (!RoomName.isOne(called)) {
            throw invalid("name", called.isEmpty() ? "missing" : "too long", NAMES);
        }
        return called;
    }

    Room.Terms terms() {
        return new Room.Terms(
                roomName(),
                Texts.trimmed(Objects.requireNonNullElse(place, "")),
                Objects.requireNonNull(capacity),
                clean(equipment),
                openingHours(),
                closedDays == null ? Set.of() : Set.copyOf(closed(closedDays)),
                Boolean.TRUE.equals(openOnHolidays),
                Objects.requireNonNullElse(setUpMinutes, 0),
                Objects.requireNonNullElse(cleanUpMinutes, 0),
                Objects.requireNonNullElse(daysAhead, 60),
                Objects.requireNonNullElse(freeUntilHours, 0));
    }

    private static List<LocalDate> closed(List<@Nullable LocalDate> days) {
        for (int n = 0; n < days.size(); n++) {
            int year = Objects.requireNonNull(days.get(n)).getYear();
            if (year < 2000 || year > 2199) {
                throw invalid("closedDays[" + n + "]", "not of our time", "a day from 2000 to 2199");
            }
        }
        return days.stream().map(Objects::requireNonNull).distinct().toList();
    }

    private OpeningHours openingHours() {
        List<OpeningHours.Opening> openings = new java.util.ArrayList<>();
        for (Hours span : Objects.requireNonNull(hours)) {
            String field = "hours[" + openings.size() + "]";
            TimeOfDay opens = onGrid(
                    field + ".opens",
                    TimeOfDay.parse(
                            Objects.requireNonNull(Objects.requireNonNull(span).opens())));
            TimeOfDay closes = onGrid(field + ".closes", TimeOfDay.parseEnd(Objects.requireNonNull(span.closes())));
            if (!opens.isBefore(closes)) {
                throw invalid(field + ".closes", "not after opening", "later than " + opens);
            }
            openings.add(new OpeningHours.Opening(Objects.requireNonNull(span.weekday()), opens, closes));
        }
        OpeningHours all = new OpeningHours(openings);
        if (all.overlapping()) {
            throw invalid("hours", "spans of a day overlap", "spans that do not");
        }
        return all;
    }

    private static TimeOfDay onGrid(String field, Optional<TimeOfDay> time) {
        TimeOfDay known = time.orElseThrow(() -> invalid(field, "not a time of day", TimeOfDay.EXPECTED));
        if (known.minute() % BookingRules.GRID_MINUTES != 0) {
            throw invalid(field, "not on a quarter of an hour", "such as 18:15");
        }
        return known;
    }

    private static List<String> clean(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(text -> RoomName.of(Objects.requireNonNull(text)))
                        .toList();
    }

    private static ProblemException invalid(String field, String reason, String expected) {
        return Problem.invalid("The room is not valid")
                .field(field, reason, expected)
                .exception();
    }
}
