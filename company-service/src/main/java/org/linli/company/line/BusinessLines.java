package org.linli.company.line;

import org.linli.platform.database.Columns;
import org.linli.platform.security.SystemAccess;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Set;
import java.util.stream.Collectors;

/** The lines' table. They belong to no unit: one list for everybody, so no scope. */
@Repository
@SystemAccess("one list for the whole suite")
public class BusinessLines {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    BusinessLines(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Codes that a new entry may name. */
    public Mono<Set<String>> activeCodes() {
        return all().filter(BusinessLine::active).map(BusinessLine::code).collect(Collectors.toSet());
    }

    Flux<BusinessLine> all() {
        return database.sql("SELECT code, name_zh, name_en, active FROM business_line ORDER BY position, code")
                .map(row -> new BusinessLine(
                        Columns.text(row, "code"),
                        Columns.text(row, "name_zh"),
                        Columns.text(row, "name_en"),
                        Columns.flag(row, "active")))
                .all();
    }

    Mono<Void> save(BusinessLine line) {
        return database.sql("""
                        INSERT INTO business_line (code, name_zh, name_en, active, position)
                        VALUES (:code, :zh, :en, :active, (SELECT max(position) + 1 FROM business_line))
                        ON CONFLICT (code) DO UPDATE
                        SET name_zh = excluded.name_zh, name_en = excluded.name_en, active = excluded.active
                        """)
                .bind("code", line.code())
                .bind("zh", line.nameZh())
                .bind("en", line.nameEn())
                .bind("active", line.active())
                .then()
                .as(transaction::transactional);
    }
}
