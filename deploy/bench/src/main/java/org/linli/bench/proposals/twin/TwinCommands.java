package org.linli.bench.proposals.twin;

import org.jspecify.annotations.Nullable;
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
import java.util.function.Supplier;

/** A command once, however often it is sent: key, hash and answer in the command's own transaction, over JDBC. */
public class TwinCommands {

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    TwinCommands(JdbcTemplate database, TransactionTemplate transaction, JsonMapper json) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
    }

    public <T> ResponseEntity<T> once(
            CommandKey key, Object body, Class<T> answerType, Supplier<ResponseEntity<T>> work) {
        byte[] request = hash(key.route(), body);
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!claim(key, request)) {
                return replay(key, request, answerType);
            }
            ResponseEntity<T> answer = work.get();
            remember(key, answer);
            return answer;
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

    private void remember(CommandKey key, ResponseEntity<?> answer) {
        URI location = answer.getHeaders().getLocation();
        database.update(
                "UPDATE idempotency SET status = ?, location = ?, etag = ?, answer = ? WHERE caller = ? AND key = ?",
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
