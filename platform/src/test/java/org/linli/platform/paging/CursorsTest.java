package org.linli.platform.paging;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.problem.ProblemException;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorsTest {

    private static final PageRequest FIRST = of(null, "entries");

    @Test
    void parts_come_back_as_they_were_whatever_they_hold() {
        for (String text : List.of("", "夜市 & co", "a\u001Fb", "\u001E", "\u001E\u001F", "\u001F\u001F")) {
            Position position = after(FIRST.cursorAfter(text, "440703006101", -125L, LocalDate.of(2026, 3, 14)), 4);
            assertThat(position.text(0)).isEqualTo(text);
            assertThat(position.code(1)).isEqualTo("440703006101");
            assertThat(position.number(2)).isEqualTo(-125);
            assertThat(position.day(3)).isEqualTo(LocalDate.of(2026, 3, 14));
        }
        assertThat(FIRST.after(3)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "====", "AA", "\u0000", "x", "YQ", "YWJjH2FiYw", "____"})
    void what_is_no_cursor_is_refused(String text) {
        assertThatThrownBy(() -> after(text, 2)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_cursor_of_another_list_order_or_filter_is_refused() {
        String cursor = of(null, "entries by date").cursorAfter("2026-03-14", "E-1");
        assertThatThrownBy(() -> after(cursor, 2)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_part_of_another_type_is_refused() {
        Position position = after(FIRST.cursorAfter("abc", "99999999999999999999", "2026-02-30", "x"), 4);
        assertThatThrownBy(() -> position.number(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> position.number(1)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> position.day(2)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> position.id(3)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> after(FIRST.cursorAfter("a\0b"), 1).text(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> after(FIRST.cursorAfter("a"), 2)).isInstanceOf(ProblemException.class);
    }

    @Test
    void one_row_too_many_tells_of_a_next_page() {
        assertThat(Page.of(List.of("a", "b", "c"), 2, row -> row)).isEqualTo(new Page<>(List.of("a", "b"), "b"));
        assertThat(Page.of(List.of("a", "b"), 2, row -> row).next()).isNull();
    }

    private static Position after(String cursor, int parts) {
        return Objects.requireNonNull(of(cursor, "entries").after(parts));
    }

    private static PageRequest of(@Nullable String cursor, String list) {
        return new PageRequest(cursor, 50, list, URI.create("/api/sample"));
    }
}
