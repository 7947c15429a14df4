package org.linli.company.project;

import io.r2dbc.spi.Readable;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.LocalDate;

import static org.linli.platform.paging.SortColumn.code;
import static org.linli.platform.paging.SortColumn.text;

/** The projects' table. */
@Repository
class Projects {

    private static final String COLUMNS = "id, unit_code, name, line, started_on, ended_on";

    private static final SortKey<Project> BY_NAME =
            SortKey.ascending(code("unit_code", Project::unit), text("name", Project::name));

    private final DatabaseClient database;

    Projects(DatabaseClient database) {
        this.database = database;
    }

    /** @return the new project; empty where the branch has one of that name already */
    Mono<Project> add(UnitCode unit, String name, String line, LocalDate startedOn, String by) {
        return database.sql("""
                        INSERT INTO project (unit_code, name, line, started_on, created_by)
                        SELECT :unit, :name, :line, :start, :by
                         WHERE NOT EXISTS (SELECT 1 FROM project
                                            WHERE unit_code = :unit AND name_in_normal_form(name) = :name)
                        ON CONFLICT DO NOTHING RETURNING \s""" + COLUMNS)
                .bind("unit", unit.value())
                .bind("name", name)
                .bind("line", line)
                .bind("start", startedOn)
                .bind("by", by)
                .map(Projects::read)
                .one();
    }

    /** Sets the last day. @return the project; empty where that day lies before its first */
    Mono<Project> end(long id, LocalDate endedOn, Scope scope) {
        return database.sql("UPDATE project SET ended_on = :end"
                        + " WHERE id = :id AND started_on <= :end AND unit_code LIKE ANY(:scope) RETURNING " + COLUMNS)
                .bind("end", endedOn)
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(Projects::read)
                .one();
    }

    Mono<Project> find(long id, Scope scope) {
        return database.sql("SELECT " + COLUMNS + " FROM project WHERE id = :id AND unit_code LIKE ANY(:scope)")
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(Projects::read)
                .one();
    }

    /** In the order of branch and name. */
    Mono<Page<Project>> list(String line, String text, boolean running, Scope scope, PageRequest page) {
        return ListQuery.of("SELECT " + COLUMNS + " FROM project WHERE unit_code LIKE ANY(:scope)")
                .bind("scope", scope)
                .filter("line = :line", line)
                .filter("strpos(name_in_normal_form(name), :text) > 0", text)
                .filter(running, "(ended_on IS NULL OR ended_on >= current_date)")
                .page(database, page, BY_NAME, Projects::read);
    }

    private static Project read(Readable row) {
        return new Project(
                Columns.number(row, "id"),
                Columns.unit(row, "unit_code"),
                Columns.text(row, "name"),
                Columns.text(row, "line"),
                Columns.date(row, "started_on"),
                row.get("ended_on", LocalDate.class));
    }
}
