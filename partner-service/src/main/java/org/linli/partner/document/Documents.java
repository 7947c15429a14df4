package org.linli.partner.document;

import io.r2dbc.spi.Readable;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.security.Visibility;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.UUID;

import static org.linli.platform.paging.SortColumn.id;

/** Documents as other features need them, always those of one partner. */
@Repository
public class Documents {

    private static final String COLUMNS = "SELECT id, name, type, length, sha256, done_at FROM upload";
    private static final SortKey<Document> FIRST_BEGUN = SortKey.ascending(id("id", Document::id));

    private final DatabaseClient database;
    private final FileStore files;

    Documents(DatabaseClient database, FileStore files) {
        this.database = database;
        this.files = files;
    }

    /** Those of these documents that are the partner's and have come whole; the others are missing in the answer. */
    public Flux<Document> ofPartner(Visibility own, Collection<UUID> ids) {
        return database.sql(COLUMNS + """
                         WHERE partner_id = :partner AND id = ANY(:ids) AND state = 'DONE' ORDER BY id
                        """)
                .bind("partner", own.ownerOrNobody())
                .bind("ids", ids.toArray(UUID[]::new))
                .map(Documents::document)
                .all();
    }

    /** Those of these uploads that are the partner's and have not come whole yet. */
    public Flux<UUID> unfinished(Visibility own, Collection<UUID> ids) {
        return database.sql("SELECT id FROM upload WHERE partner_id = :partner AND id = ANY(:ids) AND state = 'OPEN'")
                .bind("partner", own.ownerOrNobody())
                .bind("ids", ids.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all();
    }

    /** The bytes of a document that {@link #ofPartner} gave. */
    public Flux<DataBuffer> content(Document document) {
        return files.read(Document.key(document.id()));
    }

    Mono<Page<Document>> page(Visibility own, PageRequest page) {
        return ListQuery.of(COLUMNS + " WHERE partner_id = :partner AND state = 'DONE'")
                .bind("partner", own.ownerOrNobody())
                .page(database, page, FIRST_BEGUN, Documents::document);
    }

    private static Document document(Readable row) {
        return new Document(
                Columns.id(row, "id"),
                Columns.text(row, "name"),
                DocumentType.valueOf(Columns.text(row, "type")),
                Columns.number(row, "length"),
                Columns.text(row, "sha256"),
                Columns.time(row, "done_at"));
    }
}
