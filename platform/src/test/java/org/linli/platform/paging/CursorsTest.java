package org.linli.platform.paging;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.problem.ProblemException;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorsTest {

    @Test
    void parts_come_back_as_they_were() {
        assertThat(Cursors.decode(Cursors.encode("440703006101", "", "夜市 & co"), 3))
                .containsExactly("440703006101", "", "夜市 & co");
        assertThat(Cursors.decode(null, 3)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "====", "AA", "\u0000", "x", "YQ"})
    void what_is_no_cursor_of_this_list_is_refused(String text) {
        assertThatThrownBy(() -> Cursors.decode(text, 2)).isInstanceOf(ProblemException.class);
    }

    @Test
    void one_row_too_many_tells_of_a_next_page() {
        assertThat(Page.of(List.of("a", "b", "c"), 2, row -> row)).isEqualTo(new Page<>(List.of("a", "b"), "b"));
        assertThat(Page.of(List.of("a", "b"), 2, row -> row).next()).isNull();
    }
}
