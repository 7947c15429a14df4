package org.linli.partner.lists;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.linli.platform.text.PersonalNumbers;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ItemRulesTest {

    /** The class's own table, by list; everything that is not in it is refused. */
    private static final Map<String, ItemState> ANY = Map.of(
            "OPEN EDIT", ItemState.OPEN,
            "OPEN DROP", ItemState.DROPPED,
            "MET REOPEN", ItemState.OPEN,
            "DROPPED REOPEN", ItemState.OPEN);

    @TestFactory
    Stream<DynamicTest> every_state_of_every_kind_meets_every_command() {
        return Arrays.stream(ItemKind.values())
                .flatMap(kind -> Arrays.stream(ItemState.values())
                        .flatMap(state -> Arrays.stream(ItemState.Command.values())
                                .map(command -> DynamicTest.dynamicTest(
                                        kind + ": " + state + " " + command,
                                        () -> assertThat(state.after(command, kind)
                                                        .orElse(null))
                                                .isEqualTo(expected(kind, state + " " + command))))));
    }

    private static ItemState expected(ItemKind kind, String move) {
        if (kind == ItemKind.ROOM) {
            return null;
        }
        if (kind == ItemKind.NEED && move.equals("OPEN MEET")) {
            return ItemState.MET;
        }
        if (kind == ItemKind.PROJECT && move.equals("OPEN CALL")) {
            return ItemState.CALLED;
        }
        return ANY.get(move);
    }

    @Test
    void a_kind_stands_on_one_list() {
        for (ItemKind kind : ItemKind.values()) {
            assertThat(Arrays.stream(ItemList.values()).filter(list -> list.holds(kind)))
                    .hasSize(1);
        }
    }

    @Test
    void topics_have_one_form() {
        assertThat(Topics.of(List.of(" Ｋ歌 ", "k歌", "书法", " "))).containsExactly("k歌", "书法");
    }

    @Test
    void numbers_that_name_people_are_seen() {
        for (String personal :
                List.of("电话13800138000", "138 0013 8000", "440703196001011234", "44070319600101123x", "0750-3333333")) {
            assertThat(PersonalNumbers.in(personal)).as(personal).isTrue();
        }
        for (String harmless : List.of("440703006101", "60人", "2026-12-31", "每次200元")) {
            assertThat(PersonalNumbers.in(harmless)).as(harmless).isFalse();
        }
    }
}
