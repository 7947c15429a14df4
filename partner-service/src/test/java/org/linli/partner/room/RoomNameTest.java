package org.linli.partner.room;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RoomNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"A 厅 1", "Ａ　厅　１", "a 厅 1", "A\u00A0厅  1", "A 厅\u200B 1", " A 厅 1\u3000"})
    void names_that_look_alike_are_one(String typed) {
        assertThat(RoomName.key(RoomName.of(typed))).isEqualTo("A 厅 1");
        assertThat(RoomName.differ(List.of("A 厅 1", typed))).isFalse();
    }

    @Test
    void other_names_differ() {
        assertThat(RoomName.differ(List.of("东区", "西区", "东 区"))).isTrue();
    }

    @Test
    void a_name_is_measured_in_its_normal_form() {
        assertThat(RoomName.isOne(RoomName.of("\u200B"))).isFalse();
        assertThat(RoomName.isOne(RoomName.of("厅".repeat(100)))).isTrue();
        assertThat(RoomName.isOne(RoomName.of("㍿".repeat(26)))).isFalse();
    }
}
