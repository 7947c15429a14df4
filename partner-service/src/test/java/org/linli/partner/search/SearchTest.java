package org.linli.partner.search;

import org.junit.jupiter.api.Test;
import org.linli.platform.problem.ProblemException;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SearchTest {

    @Test
    void words_are_runs_of_letters_and_digits_in_one_form() {
        assertThat(Words.of("长者饭堂（Ａ区）, Tai-Chi 24式")).containsExactly("长者饭堂", "a区", "tai", "chi", "24式");
        assertThat(Words.of(" !,。")).isEmpty();
    }

    @Test
    void a_character_outside_the_basic_plane_is_one_character() {
        assertThat(Words.unigrams("𠮷野家")).containsExactly("𠮷", "野", "家");
        assertThat(Words.bigrams("𠮷野家")).containsExactly("𠮷野", "野家");
    }

    @Test
    void initials_know_both_readings() {
        assertThat(Initials.of("长者饭堂")).contains("zzft");
        assertThat(Searchable.of("长者饭堂").initials().split(" ")).contains("zzft", "czft");
        assertThat(Initials.of("canteen")).isEmpty();
    }

    @Test
    void initials_know_a_character_that_alone_is_read_otherwise() {
        assertThat(Initials.of("颈肩调理")).contains("jjtl");
        assertThat(Initials.of("社区颈肩调理与推拿服务进家庭")).anyMatch(initials -> initials.contains("jjtl"));
    }

    @Test
    void grams_of_text_and_of_initials_are_told_apart() {
        assertThat(Searchable.of("书法班").grams())
                .contains("书", "法", "班", "书法", "法班", "~sf", "~fb", "~sfb")
                .doesNotContain("sf", "fb", "书法班");
        assertThat(Searchable.of("sf").grams()).containsExactly("s", "f", "sf");
    }

    @Test
    void initials_are_asked_for_by_the_grams_that_say_most() {
        assertThat(Search.of("sf").values())
                .containsEntry("initials", List.of("~sf"))
                .doesNotContainKey("words");
        assertThat(Search.of("sfb1").values())
                .containsEntry("initials", List.of("~sfb", "~fb1"))
                .containsEntry("words", List.of("%sfb1%"));
        assertThat(Search.of("书法").values()).containsOnlyKeys("grams");
    }

    @Test
    void nothing_to_look_for_is_explained() {
        assertThat(Search.of(null)).isEqualTo(new Search(List.of()));
        assertThat(Search.of("书法 班").words()).containsExactly("书法", "班");
        assertThatThrownBy(() -> Search.of("!!")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Search.of("书".repeat(101))).isInstanceOf(ProblemException.class);
    }
}
