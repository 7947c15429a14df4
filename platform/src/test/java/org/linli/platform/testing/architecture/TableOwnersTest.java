package org.linli.platform.testing.architecture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableOwnersTest {

    @Test
    void a_second_writer_is_seen() {
        TableOwners tables = new TableOwners()
                .add("entry", "INSERT INTO revenue_entry (id) VALUES (:id)")
                .add("statement", "UPDATE revenue_entry SET reported = true");

        assertThat(tables.contested()).containsExactly("revenue_entry: entry statement");
    }

    @Test
    void a_reader_of_anothers_table_is_seen() {
        TableOwners tables = new TableOwners()
                .add("room", "DELETE FROM sandbox.booking WHERE id = :id")
                .add("trial", "SELECT 1 FROM trial t JOIN booking b ON b.id = t.booking_id");

        assertThat(tables.borrowed()).containsExactly("trial: booking");
    }

    @Test
    void names_of_a_statement_itself_and_locks_are_no_tables() {
        TableOwners tables = new TableOwners()
                .add("room", "INSERT INTO booking SELECT 1 FROM unnest(:ids) ON CONFLICT DO UPDATE SET n = 1")
                .add("trial", "WITH booking AS (SELECT 1) SELECT * FROM booking FOR UPDATE OF booking");

        assertThat(tables.contested()).isEmpty();
        assertThat(tables.borrowed()).isEmpty();
    }
}
