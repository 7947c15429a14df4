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
import org.linli.platform.problem.SingleLine;
import org.linli.platform.request.Fields;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.UnitCode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A room as the branch describes it. Minutes and hours left out are 0, {@code daysAhead} is 60. */
@Schema(name = "RoomRequest")
record RoomRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "440703006101",
                description = "Branch, 12 digits; never changes")
        @Nullable
        String unit,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "三楼多功能厅")
        @Size(max = 100)
        @SingleLine
        @NoPersonalNumbers
        @Nullable
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

    /** What is stated of a room. */
    record Stated(UnitCode unit, List<String> parts, Room.Terms terms) {}

    /** @throws org.linli.platform.problem.ProblemException (422) with every field at fault */
    Stated read() {
        return Fields.read(
                "The room is not valid",
                fields -> new Stated(fields.branch("unit", unit), partNames(fields), terms(fields)));
    }

    private List<String> partNames(Fields fields) {
        List<String> names = clean(parts);
        if (!names.stream().allMatch(RoomName::isOne)) {
            fields.add("parts", "missing or too long", NAMES);
        } else if (!RoomName.differ(names)) {
            fields.add("parts", "two parts of the same name", "names that differ");
        }
        return names;
    }

    private String roomName(Fields fields) {
        String called = name == null ? "" : RoomName.of(name);
        if (!RoomName.isOne(called)) {
            fields.add("name", called.isEmpty() ? "missing" : "too long", NAMES);
        }
        return called;
    }

    private Room.Terms terms(Fields fields) {
        return new Room.Terms(
                roomName(fields),
                Texts.trimmed(Objects.requireNonNullElse(place, "")),
                Objects.requireNonNull(capacity),
                clean(equipment),
                openingHours(fields),
                closed(fields),
                Boolean.TRUE.equals(openOnHolidays),
                Objects.requireNonNullElse(setUpMinutes, 0),
                Objects.requireNonNullElse(cleanUpMinutes, 0),
                Objects.requireNonNullElse(daysAhead, 60),
                Objects.requireNonNullElse(freeUntilHours, 0));
    }

    private Set<LocalDate> closed(Fields fields) {
        Set<LocalDate> days = new HashSet<>();
        for (int n = 0; closedDays != null && n < closedDays.size(); n++) {
            days.add(fields.plannedDay("closedDays[" + n + "]", closedDays.get(n)));
        }
        return Set.copyOf(days);
    }

    private OpeningHours openingHours(Fields fields) {
        List<OpeningHours.Opening> openings = new ArrayList<>();
        for (@Nullable Hours one : Objects.requireNonNull(hours)) {
            Hours span = Objects.requireNonNull(one);
            Fields item = fields.in("hours", openings.size());
            TimeOfDay opens = onGrid(item, "opens", TimeOfDay.read(item, "opens", span.opens()));
            TimeOfDay closes = onGrid(item, "closes", TimeOfDay.readEnd(item, "closes", span.closes()));
            item.inStrictOrder("opens", opens, "closes", closes);
            openings.add(new OpeningHours.Opening(Objects.requireNonNull(span.weekday()), opens, closes));
        }
        OpeningHours all = new OpeningHours(openings);
        all.check(fields, "hours");
        return all;
    }

    private static TimeOfDay onGrid(Fields fields, String field, TimeOfDay time) {
        if (time.minute() % BookingRules.GRID_MINUTES != 0) {
            fields.add(field, "not on a quarter of an hour", "such as 18:15");
        }
        return time;
    }

    private static List<String> clean(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(text -> RoomName.of(Objects.requireNonNull(text)))
                        .toList();
    }
}
