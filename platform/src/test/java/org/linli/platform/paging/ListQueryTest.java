package org.linli.platform.paging;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.database.Columns;
import org.linli.platform.problem.ProblemException;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.unit.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.platform.paging.SortColumn.code;
import static org.linli.platform.paging.SortColumn.number;
import static org.linli.platform.paging.SortColumn.text;

@SampleTest
class ListQueryTest {

    private static final String SELECT = "SELECT id, unit, text, amount FROM note WHERE unit LIKE ANY(:scope)";
    private static final SortKey<Note> BY_AMOUNT =
            SortKey.ascending(number("amount", Note::amount), number("id", Note::id));
    private static final SortKey<Note> LATEST_FIRST = SortKey.descending(number("id", Note::id));
    private static final SortKey<Note> LARGEST_FIRST =
            SortKey.descending(number("amount", Note::amount), code("unit", Note::unit), text("text", Note::text));

    @Autowired
    DatabaseClient database;

    @Autowired
    TestDatabase tables;

    record Note(long id, String unit, String text, long amount) {

        static Note read(Readable row) {
            return new Note(
                    Columns.number(row, "id"),
                    Columns.text(row, "unit"),
                    Columns.text(row, "text"),
                    Columns.number(row, "amount"));
        }
    }

    enum Kind {
        FAIR
    }

    @BeforeEach
    void notes() {
        tables.execute("DELETE FROM note WHERE unit LIKE '440783%'");
        tables.execute("""
                INSERT INTO note (unit, text, amount) VALUES
                ('440783006101', 'a', 5), ('440783006101', 'b', 1), ('440783006102', 'c', 5), ('440783006102', 'd', 5),
                ('440783006103', 'FAIR', 9)
                """);
    }

    @Test
    void pages_of_any_length_hold_every_row_once_in_the_order_asked_for() {
        for (int limit = 1; limit <= 6; limit++) {
            assertThat(texts(BY_AMOUNT, limit)).containsExactly("b", "a", "c", "d", "FAIR");
            assertThat(texts(LATEST_FIRST, limit)).containsExactly("FAIR", "d", "c", "b", "a");
            assertThat(texts(LARGEST_FIRST, limit)).containsExactly("FAIR", "d", "c", "a", "b");
        }
    }

    @Test
    void a_page_tells_of_a_next_one_only_where_there_is_a_row_more() {
        assertThat(page(notesOf(), BY_AMOUNT, first(4)).next()).isNotNull();
        assertThat(page(notesOf(), BY_AMOUNT, first(5)).next()).isNull();
    }

    @Test
    void a_filter_narrows_where_it_is_given_and_is_not_there_where_it_is_not() {
        assertThat(filtered(notesOf().filter("text = :text", null).filter("unit = :unit", "")))
                .hasSize(5);
        assertThat(filtered(notesOf().filter("text = :kind", Kind.FAIR))).containsExactly("FAIR");
        assertThat(filtered(notesOf().filter("(text = :text OR amount = :amount)", "a", 1)))
                .containsExactly("b", "a");
        assertThat(filtered(notesOf().filter(true, "amount > 5").filter(false, "amount > 9")))
                .containsExactly("FAIR");
    }

    @Test
    void a_condition_with_more_parameters_than_values_is_a_mistake_of_the_code() {
        assertThatThrownBy(() -> notesOf().filter("text IN (:one, :other)", "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void conditions_and_order_go_where_the_statement_says() {
        var sums = ListQuery.of("""
                        SELECT * FROM (SELECT min(id) AS id, unit, string_agg(text, '' ORDER BY id) AS text,
                                              sum(amount)::bigint AS amount
                                         FROM note WHERE unit LIKE ANY(:scope) {filters} GROUP BY unit {page}) AS s
                         ORDER BY s.unit
                        """).bind("scope", Scope.of("440783")).filter("amount >= :least", 5);
        SortKey<Note> byUnit = SortKey.ascending(code("unit", Note::unit));
        Page<Note> page = page(sums, byUnit, first(2));
        assertThat(page.items()).extracting(Note::text).containsExactly("a", "cd");
        assertThat(page.next()).isNotNull();
    }

    @Test
    void a_cursor_of_another_order_list_or_type_is_refused() {
        String cursor =
                Objects.requireNonNull(page(notesOf(), BY_AMOUNT, first(1)).next());
        assertThatThrownBy(() -> page(notesOf(), LATEST_FIRST, at(cursor, 1))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> page(notesOf(), BY_AMOUNT, new PageRequest(cursor, 1)))
                .isInstanceOf(ProblemException.class);
        String ofWords = first(1).cursorAfter("five", "one");
        assertThatThrownBy(() -> page(notesOf(), BY_AMOUNT, at(ofWords, 1))).isInstanceOf(ProblemException.class);
    }

    @Test
    void an_answer_names_the_address_of_the_next_page_and_keeps_its_parameters() {
        PageRequest asked = new PageRequest(null, 2, "notes", URI.create("/api/notes?q=%E5%A4%9C&cursor=old&limit=2"));
        var answer = asked.answer(new Page<>(List.of(1, 2), "new"), String::valueOf);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.LINK))
                .isEqualTo("</api/notes?q=%E5%A4%9C&limit=2&cursor=new>; rel=\"next\"");
        assertThat(Objects.requireNonNull(answer.getBody()).items()).containsExactly("1", "2");
        assertThat(asked.answer(Page.empty()).getHeaders().getFirst(HttpHeaders.LINK))
                .isNull();
    }

    /** More sets of filters than a connection keeps statements prepared for, then the first of them again. */
    @Test
    void statements_without_number_wear_no_connection_out() {
        Flux.range(0, 600)
                .concatWithValues(0, 1, 2)
                .concatMap(n -> notesOf()
                        .filter("amount + " + n + " >= :least", n)
                        .page(database, first(9), BY_AMOUNT, Note::read))
                .doOnNext(page -> assertThat(page.items()).hasSize(5))
                .then()
                .block(Duration.ofSeconds(60));
    }

    private List<String> texts(SortKey<Note> order, int limit) {
        List<String> texts = new ArrayList<>();
        Page<Note> page = page(notesOf(), order, first(limit));
        page.items().forEach(note -> texts.add(note.text()));
        while (page.next() != null) {
            page = page(notesOf(), order, at(page.next(), limit));
            page.items().forEach(note -> texts.add(note.text()));
        }
        return texts;
    }

    private List<String> filtered(ListQuery query) {
        return page(query, BY_AMOUNT, first(9)).items().stream().map(Note::text).toList();
    }

    private static ListQuery notesOf() {
        return ListQuery.of(SELECT).bind("scope", Scope.of("440783"));
    }

    private Page<Note> page(ListQuery query, SortKey<Note> order, PageRequest page) {
        Mono<Page<Note>> found = query.page(database, page, order, Note::read);
        return Objects.requireNonNull(found.block(Duration.ofSeconds(10)));
    }

    private static PageRequest first(int limit) {
        return at(null, limit);
    }

    private static PageRequest at(@Nullable String cursor, int limit) {
        return new PageRequest(cursor, limit, "notes", URI.create("/api/notes"));
    }
}
