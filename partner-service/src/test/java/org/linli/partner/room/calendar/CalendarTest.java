package org.linli.partner.room.calendar;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.partner.room.Holidays;
import org.linli.partner.room.TimeSpan;
import org.linli.platform.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CalendarTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 1);

    @Test
    void a_weekly_rule_gives_its_days() {
        assertThat(new Recurrence("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4").days(TUESDAY.atTime(18, 0), LAST))
                .containsExactly(TUESDAY, TUESDAY.plusDays(2), TUESDAY.plusDays(7), TUESDAY.plusDays(9));
        assertThat(new Recurrence("FREQ=WEEKLY;INTERVAL=2;UNTIL=20261231").days(TUESDAY.atTime(18, 0), LAST))
                .containsExactly(TUESDAY, TUESDAY.plusDays(14), TUESDAY.plusDays(28));
    }

    /** Source of the days: the npm package rrule, and RFC 5545, 3.3.10 with WKST=MO. */
    @Test
    void a_week_begins_on_monday_wherever_the_service_runs() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("zh-CN", "en-US", "ar-EG")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4", "2026-12-01"))
                        .isEqualTo("2026-12-01 2026-12-06 2026-12-15 2026-12-20");
                assertThat(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;COUNT=4", "2026-12-06"))
                        .isEqualTo("2026-12-06 2026-12-14 2026-12-20 2026-12-28");
                assertThat(days("FREQ=WEEKLY;COUNT=5;INTERVAL=2;BYDAY=FR,SU", "2026-12-06"))
                        .isEqualTo("2026-12-06 2026-12-18 2026-12-20 2027-01-01 2027-01-03");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_month_without_the_day_is_passed_over_and_no_day_counts_twice() {
        assertThat(days("FREQ=MONTHLY;COUNT=4", "2027-01-31")).isEqualTo("2027-01-31 2027-03-31 2027-05-31 2027-07-31");
        assertThat(days("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2028-01-31"))
                .isEqualTo("2028-01-31 2028-02-29 2028-03-31");
        assertThat(days("FREQ=MONTHLY;BYMONTHDAY=28,23,-1;UNTIL=20250331", "2025-02-23"))
                .isEqualTo("2025-02-23 2025-02-28 2025-03-23 2025-03-28 2025-03-31");
        assertThat(days("FREQ=MONTHLY;BYDAY=2MO,MO;COUNT=3", "2026-12-14"))
                .isEqualTo("2026-12-14 2026-12-21 2026-12-28");
        assertThat(days("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2", "2026-11-13"))
                .isEqualTo("2026-11-13 2027-08-13");
        assertThat(days("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1SA;UNTIL=20270430", "2026-12-26"))
                .isEqualTo("2026-12-26 2027-02-27 2027-04-24");
    }

    private static String days(String rule, String first) {
        LocalDate day = LocalDate.parse(first);
        return new Recurrence(rule)
                .days(day.atTime(18, 0), day.plusDays(366)).stream()
                        .map(LocalDate::toString)
                        .collect(Collectors.joining(" "));
    }

    @Test
    void a_monthly_rule_gives_its_days() {
        assertThat(new Recurrence("FREQ=MONTHLY;BYDAY=1TU;COUNT=3").days(TUESDAY.atTime(18, 0), LAST))
                .containsExactly(TUESDAY, LocalDate.of(2027, 1, 5), LocalDate.of(2027, 2, 2));
        assertThat(new Recurrence("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3")
                        .days(LocalDate.of(2026, 12, 31).atTime(18, 0), LAST))
                .containsExactly(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 31), LocalDate.of(2027, 3, 31));
    }

    @Test
    void parts_stand_in_any_order_and_case() {
        for (String rule : List.of(
                "COUNT=4;BYDAY=TU,TH;FREQ=WEEKLY",
                "freq=weekly;byday=tu,th;count=4",
                "Byday=Tu,Th;Wkst=mo;Freq=Weekly;Interval=1;Count=4")) {
            assertThat(days(rule, "2026-12-01")).as(rule).isEqualTo("2026-12-01 2026-12-03 2026-12-08 2026-12-10");
        }
        assertThat(days("bymonthday=+15,-1;count=3;freq=monthly", "2026-12-15"))
                .isEqualTo("2026-12-15 2026-12-31 2027-01-15");
        assertThat(days("COUNT=2;FREQ=MONTHLY;BYDAY=+1TU", "2026-12-01")).isEqualTo("2026-12-01 2027-01-05");
    }

    /** 18:00 in the street is 10:00 UTC, and 23:59:59 is 15:59:59. */
    @Test
    void the_last_one_begins_at_the_end_in_utc_or_before() {
        String twice = "2026-12-01 2026-12-08";
        String thrice = twice + " 2026-12-15";
        assertThat(days("FREQ=WEEKLY;UNTIL=20261215T155959Z", "2026-12-01")).isEqualTo(thrice);
        assertThat(days("FREQ=WEEKLY;UNTIL=20261215T100000Z", "2026-12-01")).isEqualTo(thrice);
        assertThat(days("FREQ=WEEKLY;UNTIL=20261215T095959Z", "2026-12-01")).isEqualTo(twice);
        assertThat(days("FREQ=WEEKLY;UNTIL=20261214T230000Z", "2026-12-01")).isEqualTo(twice);
        assertThat(days("UNTIL=20261215t100000z;freq=weekly", "2026-12-01")).isEqualTo(thrice);
        LocalDate sixth = LocalDate.of(2026, 12, 6);
        assertThat(new Recurrence("FREQ=WEEKLY;UNTIL=20261212T163000Z").days(sixth.atTime(0, 30), LAST))
                .containsExactly(sixth, sixth.plusDays(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;COUNT=3",
                "FREQ=WEEKLY",
                "FREQ=WEEKLY;COUNT=0",
                "FREQ=WEEKLY;COUNT=2;COUNT=3",
                "FREQ=WEEKLY;COUNT=2;UNTIL=20261231",
                "FREQ=WEEKLY;UNTIL=20269999",
                "FREQ=WEEKLY;COUNT=99",
                "FREQ=WEEKLY;BYDAY=WE;COUNT=2",
                "FREQ=WEEKLY;BYDAY=5TU;COUNT=2;WKST=MO",
                "FREQ=WEEKLY;UNTIL=20200101",
                "FREQ=WEEKLY;BYMONTHDAY=1;COUNT=2",
                "FREQ=WEEKLY;COUNT=2;WKST=SU",
                "FREQ=WEEKLY;UNTIL=20261215T155959",
                "FREQ=WEEKLY;UNTIL=20261215T256060Z",
                "FREQ=WEEKLY;UNTIL=20261131T120000Z",
                "FREQ=WEEKLY;COUNT=2;count=2",
                "FREQ=WEEKLY;COUNT=2;freq=WEEKLY",
                "FREQ=WEEKLY;COUNT=2;",
                "FREQ=WEEKLY;COUNT=2;X=1",
                "FREQ=WEEKLY;COUNT",
                "COUNT=2;BYDAY=TU",
                "FREQ=WEEKLY;\u0131NTERVAL=2;COUNT=2",
                "nonsense",
                ""
            })
    void a_rule_that_is_none_of_ours_is_refused(String rule) {
        assertThatThrownBy(() -> new Recurrence(rule).days(TUESDAY.atTime(18, 0), LAST))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void the_holidays_of_2026_are_as_announced() throws Exception {
        Holidays holidays = new HolidayFiles().holidays(JsonMapper.shared());
        assertThat(holidays.names().keySet().stream()
                        .filter(day -> day.getYear() == 2026)
                        .count())
                .isEqualTo(3 + 9 + 3 + 5 + 3 + 3 + 7);
        assertThat(holidays.on(LocalDate.of(2026, 2, 23))).contains("春节 Spring Festival");
        assertThat(holidays.on(LocalDate.of(2026, 2, 24))).isEmpty();
        assertThat(holidays.workingDays())
                .hasSize(6)
                .allSatisfy(day -> assertThat(day.getDayOfWeek().getValue()).isGreaterThan(5));
    }

    @Test
    void what_is_written_is_read_back_and_valid() throws Exception {
        var time = new TimeSpan(Instant.parse("2026-12-05T10:00:00Z"), Instant.parse("2026-12-05T11:30:00Z"));
        Instant changed = Instant.parse("2026-11-22T03:00:00Z");
        String text = CalendarText.of(
                "多功能厅",
                List.of(
                        new CalendarEntry(
                                UUID.randomUUID(),
                                time,
                                "合唱团, \"春\"; 排练\n第二行" + "长".repeat(80),
                                "三楼",
                                false,
                                0,
                                changed),
                        new CalendarEntry(UUID.randomUUID(), time, "取消的", "三楼", true, 1, changed)));
        assertThat(List.of(text.split("\r\n")))
                .allSatisfy(line -> assertThat(line.getBytes("UTF-8").length).isLessThanOrEqualTo(75))
                .noneSatisfy(line -> assertThat(line).contains("\uFFFD"));
        assertThat(text).contains("\r\n").contains("DTSTART:20261205T100000Z").contains("STATUS:CANCELLED");
        Calendar read = new CalendarBuilder().build(new StringReader(text));
        assertThat(read.validate().hasErrors()).isFalse();
        List<VEvent> events = read.getComponents("VEVENT");
        assertThat(events).hasSize(2);
        assertThat(events.getFirst().getSummary().getValue()).startsWith("合唱团, \"春\"; 排练\n第二行");
    }

    @Test
    void nothing_of_an_old_text_begins_a_line_of_its_own_or_breaks_a_calendar() throws Exception {
        var time = new TimeSpan(Instant.parse("2026-12-05T10:00:00Z"), Instant.parse("2026-12-05T11:30:00Z"));
        String trap = "排\u0007练\u202E\r\nBEGIN:VALARM\r\nEND\u0085:VEVENT\u2028x\t\u0000";
        String text = CalendarText.of(
                "厅\r\nMETHOD:CANCEL\u001F",
                List.of(new CalendarEntry(UUID.randomUUID(), time, trap, trap, false, 0, time.from())));
        assertThat(text.replace("\r\n", "")).doesNotContainPattern("[\\p{Cc}\\u202E]");
        assertThat(text).doesNotContain("\nMETHOD").doesNotContain("\nBEGIN:VALARM");
        Calendar read = new CalendarBuilder().build(new StringReader(text));
        assertThat(read.validate().hasErrors()).isFalse();
        List<VEvent> events = read.getComponents("VEVENT");
        assertThat(events.getFirst().getSummary().getValue()).startsWith("排练").contains("BEGIN:VALARM");
    }

    @Test
    void characters_of_four_octets_are_not_torn() throws Exception {
        var time = new TimeSpan(Instant.parse("2026-12-05T10:00:00Z"), Instant.parse("2026-12-05T11:30:00Z"));
        for (int shift = 0; shift < 5; shift++) {
            String purpose = "x".repeat(shift) + "𠮷🎵".repeat(60);
            String text = CalendarText.of(
                    "厅", List.of(new CalendarEntry(UUID.randomUUID(), time, purpose, "三楼", false, 0, time.from())));
            Calendar read = new CalendarBuilder().build(new StringReader(text));
            List<VEvent> events = read.getComponents("VEVENT");
            assertThat(events.getFirst().getSummary().getValue()).isEqualTo(purpose);
            assertThat(List.of(text.split("\r\n")))
                    .allSatisfy(
                            line -> assertThat(line.getBytes("UTF-8").length).isLessThanOrEqualTo(75));
        }
    }

    @Test
    void a_location_without_a_place_begins_with_the_room() {
        assertThat(CalendarEntry.location("", "三楼多功能厅", List.of("东区", "西区"))).isEqualTo("三楼多功能厅 东区、西区");
        assertThat(CalendarEntry.location(" \u3000", "三楼", List.of())).isEqualTo("三楼");
        assertThat(CalendarEntry.location("石冲路1号", "三楼", List.of())).isEqualTo("石冲路1号 三楼");
    }

    @Test
    void an_empty_calendar_is_valid_too() throws Exception {
        Calendar read = new CalendarBuilder().build(new StringReader(CalendarText.of("空", List.of())));
        assertThat(read.validate().hasErrors()).isFalse();
    }
}
