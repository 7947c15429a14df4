package org.linli.bench.proposals.twin;

import org.jspecify.annotations.Nullable;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.IdempotentCommands;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** A command once, however often it is sent: key, hash and answer in the command's own transaction, over JDBC. */
public class TwinCommands {

    private static final String REMEMBER = """
            WITH told AS (
                INSERT INTO outbox (event_id, topic, type, subject, key, sequence, correlation_id, traceparent, data)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))
            UPDATE idempotency SET status = ?, location = ?, etag = ?, answer = ? WHERE caller = ? AND key = ?
            """;

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    TwinCommands(JdbcTemplate database, TransactionTemplate transaction, JsonMapper json) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
    }

    /** What a command did: its answer and its event. */
    public record Done<T>(ResponseEntity<T> answer, OutgoingEvent event) {}

    public <T> ResponseEntity<T> once(CommandKey key, Object body, Class<T> answerType, Supplier<Done<T>> work) {
        byte[] request = hash(key.route(), body);
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!claim(key, request)) {
                return replay(key, request, answerType);
            }
            Done<T> done = work.get();
            remember(key, done);
            return done.answer();
        }));
    }

    private boolean claim(CommandKey key, byte[] request) {
        return database.update(
                        "INSERT INTO idempotency (caller, key, request) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        key.caller(),
                        key.key(),
                        request)
                == 1;
    }

    /** Answer and event in one statement, as the service does. */
    private void remember(CommandKey key, Done<?> done) {
        ResponseEntity<?> answer = done.answer();
        OutgoingEvent event = done.event();
        URI location = answer.getHeaders().getLocation();
        @Nullable String trace = null;
        database.update(
                REMEMBER,
                UUID.randomUUID(),
                event.topic(),
                event.type(),
                event.subject(),
                event.key(),
                event.sequence(),
                UUID.randomUUID().toString(),
                trace,
                json.writeValueAsString(event.data()),
                answer.getStatusCode().value(),
                location == null ? null : location.toString(),
                answer.getHeaders().getETag(),
                json.writeValueAsString(answer.getBody()),
                key.caller(),
                key.key());
    }

    private <T> ResponseEntity<T> replay(CommandKey key, byte[] request, Class<T> answerType) {
        return Objects.requireNonNull(database.queryForObject(
                "SELECT request, status, location, etag, answer FROM idempotency WHERE caller = ? AND key = ?",
                (row, number) -> {
                    if (!Arrays.equals(row.getBytes("request"), request)) {
                        throw reused();
                    }
                    var answer =
                            ResponseEntity.status(row.getInt("status")).header(IdempotentCommands.REPLAYED, "true");
                    @Nullable String location = row.getString("location");
                    return (location == null ? answer : answer.location(URI.create(location)))
                            .eTag(row.getString("etag"))
                            .body(json.readValue(row.getString("answer"), answerType));
                },
                key.caller(),
                key.key()));
    }

    private static RuntimeException reused() {
        return Problem.of(
                        "idempotency-key-reused",
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "This key was used for another command")
                .field(CommandKey.HEADER, "already used with another payload", "a new key for a new command")
                .exception();
    }

    private byte[] hash(String route, Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(route.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(json.writeValueAsBytes(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
