package org.linli.platform.idempotency;

import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Columns;
import org.linli.platform.encryption.FieldCipher;
import org.linli.platform.outbox.PendingEvents;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Runs a command once, however often it is sent. Key, hash of the payload and answer are stored in the command's own
 * transaction: the same key and payload give the same answer again, marked {@value #REPLAYED}; the same key with
 * another payload is a 422. A command that fails or is refused leaves nothing, and may be sent again. Hash and answer
 * hold when a later release adds a field to the payload or the answer.
 *
 * <p>Two at the same time: the second waits on the first one's row and then gives its answer.
 */
public final class IdempotentCommands {

    public static final String REPLAYED = "Idempotency-Replayed";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final JsonMapper json;
    private final PayloadHash hash;
    private final ObjectReader kept;
    private final AnswerSeal seal;

    public IdempotentCommands(
            DatabaseClient database, TransactionalOperator transaction, JsonMapper json, @Nullable FieldCipher cipher) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
        this.hash = new PayloadHash(json);
        this.kept = json.reader()
                .without(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .with(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
        this.seal = new AnswerSeal(cipher);
    }

    /**
     * @param body the request's payload: a record or text, the part that must be the same
     * @param answerType what the answer is read back into
     * @param work the command, run inside the transaction
     */
    public <T> Mono<ResponseEntity<T>> once(
            CommandKey key, Object body, Class<T> answerType, Supplier<Mono<ResponseEntity<T>>> work) {
        byte[] request = hash.of(key.route(), body);
        return claim(key, request)
                .flatMap(claimed -> claimed
                        ? work.get()
                                .switchIfEmpty(Mono.error(() -> new IllegalStateException("a command has an answer")))
                                .flatMap(answer -> remember(key, answer).thenReturn(answer))
                        : replay(key, request, answerType))
                .as(transaction::transactional);
    }

    /**
     * The answer of a command that was done before, empty where it was not: for what stands before a command, such as a
     * count of attempts, and must not stand before its answer.
     */
    public <T> Mono<ResponseEntity<T>> kept(CommandKey key, Object body, Class<T> answerType) {
        return replay(key, hash.of(key.route(), body), answerType);
    }

    private Mono<Boolean> claim(CommandKey key, byte[] request) {
        return database.sql("""
                        INSERT INTO idempotency (caller, key, request)
                        VALUES (:caller, :key, :request)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("caller", key.caller())
                .bind("key", key.key())
                .bind("request", ByteBuffer.wrap(request))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Also what the command has told so far: answer and events in one statement. */
    private <T> Mono<Void> remember(CommandKey key, ResponseEntity<T> answer) {
        T body = answer.getBody();
        URI location = answer.getHeaders().getLocation();
        String sealed = body == null ? null : seal.close(key, body.getClass(), json.writeValueAsString(body));
        return PendingEvents.writtenWith(
                database,
                """
                UPDATE idempotency
                SET status = :status, location = :location, etag = :etag, answer = :answer
                WHERE caller = :caller AND key = :key
                """,
                statement -> statement
                        .bind("status", answer.getStatusCode().value())
                        .bind("location", Columns.orNull(location == null ? null : location.toString(), String.class))
                        .bind("etag", Columns.orNull(answer.getHeaders().getETag(), String.class))
                        .bind("answer", Columns.orNull(sealed, String.class))
                        .bind("caller", key.caller())
                        .bind("key", key.key()));
    }

    private <T> Mono<ResponseEntity<T>> replay(CommandKey key, byte[] request, Class<T> answerType) {
        return database.sql("""
                        SELECT request, status, location, etag, answer FROM idempotency WHERE caller = :caller AND key = :key
                        """)
                .bind("caller", key.caller())
                .bind("key", key.key())
                .map(row -> new Stored(
                        bytes(Objects.requireNonNull(row.get("request", ByteBuffer.class))),
                        Objects.requireNonNull(row.get("status", Integer.class)),
                        row.get("location", String.class),
                        row.get("etag", String.class),
                        row.get("answer", String.class)))
                .one()
                .map(stored -> answer(key, stored, request, answerType));
    }

    private <T> ResponseEntity<T> answer(CommandKey key, Stored stored, byte[] request, Class<T> answerType) {
        if (!Arrays.equals(stored.request(), request)) {
            throw Problem.of(
                            "idempotency-key-reused",
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "This key was used for another command")
                    .field(CommandKey.HEADER, "already used with another payload", "a new key for a new command")
                    .exception();
        }
        var answer = ResponseEntity.status(stored.status()).header(REPLAYED, "true");
        if (stored.location() != null) {
            answer = answer.location(URI.create(stored.location()));
        }
        if (stored.etag() != null) {
            answer = answer.eTag(stored.etag());
        }
        return stored.body() == null
                ? answer.build()
                : answer.body(read(seal.open(key, answerType, stored.body()), answerType));
    }

    /** An answer may be older than its type: fields that have come or gone since fail nothing. Times keep their offset. */
    private <T> T read(String body, Class<T> answerType) {
        return kept.forType(answerType).readValue(body);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private record Stored(
            byte[] request,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}
}
