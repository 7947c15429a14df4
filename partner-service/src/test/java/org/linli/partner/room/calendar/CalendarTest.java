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
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CalendarTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 1);

    @Test
    void a_weekly_rule_gives_its_days() {
        assertThat(new Recurrence("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4").days(TUESDAY, LAST))
                .containsExactly(TUESDAY, TUESDAY.plusDays(2), TUESDAY.plusDays(7), TUESDAY.plusDays(9));
        assertThat(new Recurrence("FREQ=WEEKLY;INTERVAL=2;UNTIL=20261231").days(TUESDAY, LAST))
                .containsExactly(TUESDAY, TUESDAY.plusDays(14), TUESDAY.plusDays(28));
    }

    @Test
    void a_monthly_rule_gives_its_days() {
        assertThat(new Recurrence("FREQ=MONTHLY;BYDAY=1TU;COUNT=3").days(TUESDAY, LAST))
                .containsExactly(TUESDAY, LocalDate.of(2027, 1, 5), LocalDate.of(2027, 2, 2));
        assertThat(new Recurrence("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3").days(LocalDate.of(2026, 12, 31), LAST))
                .containsExactly(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 31), LocalDate.of(2027, 3, 31));
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
                "nonsense",
                ""
            })
    void a_rule_that_is_none_of_ours_is_refused(String rule) {
        assertThatThrownBy(() -> new Recurrence(rule).days(TUESDAY, LAST)).isInstanceOf(ProblemException.class);
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
        assertThat(text.lines().toList())
                .allSatisfy(line -> assertThat(line.getBytes("UTF-8").length).isLessThanOrEqualTo(3 * 75));
        assertThat(text).contains("\r\n").contains("DTSTART:20261205T100000Z").contains("STATUS:CANCELLED");
        Calendar read = new CalendarBuilder().build(new StringReader(text));
        assertThat(read.validate().hasErrors()).isFalse();
        List<VEvent> events = read.getComponents("VEVENT");
        assertThat(events).hasSize(2);
        assertThat(events.getFirst().getSummary().getValue()).startsWith("合唱团, \"春\"; 排练\n第二行");
    }

    @Test
    void an_empty_calendar_is_valid_too() throws Exception {
        Calendar read = new CalendarBuilder().build(new StringReader(CalendarText.of("空", List.of())));
        assertThat(read.validate().hasErrors()).isFalse();
    }
}
