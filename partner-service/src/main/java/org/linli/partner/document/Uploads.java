package org.linli.partner.document;

import io.r2dbc.spi.Readable;
import org.linli.platform.database.Columns;
import org.linli.platform.security.SystemAccess;
import org.linli.platform.security.Visibility;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The tables of uploads. An offset moves only from where the pieces begin, so of two writers one wins. */
@Repository
class Uploads {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Uploads(DatabaseClient database, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Fails where the partner's room is used up; the partner is locked, so that of many at once none gets past. */
    Mono<UUID> open(Visibility own, String name, long length, String by, UploadQuota quota) {
        return database.sql("SELECT id FROM partner WHERE id = :partner FOR NO KEY UPDATE")
                .bind("partner", own.ownerOrNobody())
                .mapValue(UUID.class)
                .one()
                .then(Mono.defer(() -> used(own)))
                .doOnNext(used -> used.check(length, quota))
                .then(Mono.defer(() -> add(own, name, length, by)))
                .as(transaction::transactional);
    }

    private Mono<Used> used(Visibility own) {
        return database.sql("""
                        SELECT count(*) FILTER (WHERE state = 'OPEN') AS open, count(*) AS files,
                               coalesce(sum(length), 0)::bigint AS bytes
                          FROM upload WHERE partner_id = :partner
                        """)
                .bind("partner", own.ownerOrNobody())
                .map(row -> new Used(
                        Columns.number(row, "open"), Columns.number(row, "files"), Columns.number(row, "bytes")))
                .one();
    }

    private Mono<UUID> add(Visibility own, String name, long length, String by) {
        return database.sql("""
                        INSERT INTO upload (partner_id, name, length, created_by, created_at)
                        VALUES (:partner, :name, :length, :by, :at)
                        RETURNING id
                        """)
                .bind("partner", own.ownerOrNobody())
                .bind("name", name)
                .bind("length", length)
                .bind("by", by)
                .bind("at", clock.instant())
                .mapValue(UUID.class)
                .one()
                .as(transaction::transactional);
    }

    Mono<Upload> find(UUID id, Visibility own) {
        return database.sql("""
                        SELECT id, partner_id, name, length, upload_offset, state FROM upload
                         WHERE id = :id AND partner_id = :partner
                        """)
                .bind("id", id)
                .bind("partner", own.ownerOrNobody())
                .map(Uploads::upload)
                .one();
    }

    /** Whether the pieces count from now on: not where another writer moved the offset, or there are too many. */
    Mono<Boolean> advance(Upload upload, long at, List<Piece> pieces, int most) {
        return database.sql("""
                        WITH moved AS (
                            UPDATE upload SET upload_offset = upload_offset + :size
                             WHERE id = :id AND partner_id = :partner AND state = 'OPEN' AND upload_offset = :at
                               AND (SELECT count(*) FROM upload_piece WHERE upload_id = :id) < :most
                            RETURNING id)
                        INSERT INTO upload_piece (upload_id, at, size, key)
                        SELECT moved.id, p.* FROM moved, unnest(:ats::bigint[], :sizes::bigint[], :keys::text[]) p
                        """)
                .bind("id", upload.id())
                .bind("partner", upload.partnerId())
                .bind("at", at)
                .bind("size", pieces.stream().mapToLong(Piece::size).sum())
                .bind("most", most)
                .bind("ats", pieces.stream().map(Piece::at).toArray(Long[]::new))
                .bind("sizes", pieces.stream().map(Piece::size).toArray(Long[]::new))
                .bind("keys", pieces.stream().map(Piece::key).toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0)
                .as(transaction::transactional);
    }

    /** In the order of the bytes. */
    Flux<Piece> pieces(Upload upload) {
        return database.sql("SELECT at, size, key FROM upload_piece WHERE upload_id = :id ORDER BY at")
                .bind("id", upload.id())
                .map(row -> new Piece(Columns.number(row, "at"), Columns.number(row, "size"), Columns.text(row, "key")))
                .all();
    }

    /** Nothing where it is finished already. */
    Mono<Void> finish(Upload upload, DocumentType type, String sha256) {
        return database.sql("""
                        UPDATE upload SET state = 'DONE', type = :type, sha256 = :sha256, done_at = :at
                         WHERE id = :id AND partner_id = :partner AND state = 'OPEN' AND upload_offset = length
                        """)
                .bind("type", type.name())
                .bind("sha256", sha256)
                .bind("at", clock.instant())
                .bind("id", upload.id())
                .bind("partner", upload.partnerId())
                .then()
                .as(transaction::transactional);
    }

    Mono<Void> refuse(Upload upload) {
        return database.sql(
                        "UPDATE upload SET state = 'REFUSED' WHERE id = :id AND partner_id = :partner AND state = 'OPEN'")
                .bind("id", upload.id())
                .bind("partner", upload.partnerId())
                .then()
                .as(transaction::transactional);
    }

    /** Whether it is gone now: not where it became a document meanwhile. */
    Mono<Boolean> remove(Upload upload) {
        return database.sql("DELETE FROM upload WHERE id = :id AND partner_id = :partner AND state <> 'DONE'")
                .bind("id", upload.id())
                .bind("partner", upload.partnerId())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0)
                .as(transaction::transactional);
    }

    Mono<Void> forgetPieces(Upload upload) {
        return database.sql("DELETE FROM upload_piece WHERE upload_id = :id")
                .bind("id", upload.id())
                .then()
                .as(transaction::transactional);
    }

    /** Open and refused uploads of any partner that began before this time, for housekeeping. */
    @SystemAccess("the clock forgets what was left")
    Flux<Upload> abandoned(Instant before) {
        return database.sql("""
                        SELECT id, partner_id, name, length, upload_offset, state FROM upload
                         WHERE state <> 'DONE' AND created_at < :before ORDER BY id LIMIT 100
                        """).bind("before", before).map(Uploads::upload).all();
    }

    private static Upload upload(Readable row) {
        return new Upload(
                Columns.id(row, "id"),
                Columns.id(row, "partner_id"),
                Columns.text(row, "name"),
                Columns.number(row, "length"),
                Columns.number(row, "upload_offset"),
                Upload.State.valueOf(Columns.text(row, "state")));
    }

    private record Used(long open, long files, long bytes) {

        void check(long more, UploadQuota quota) {
            if (open >= quota.open()) {
                throw UploadProblems.tooManyOpen(quota.open());
            }
            if (files >= quota.files() || bytes + more > quota.bytes().toBytes()) {
                throw UploadProblems.quota(quota);
            }
        }
    }

    /** @param key of its bytes in the store */
    record Piece(long at, long size, String key) {}
}
