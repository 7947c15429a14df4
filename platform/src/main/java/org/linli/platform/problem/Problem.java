package org.linli.platform.problem;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as its reader needs it: a stable type, what happened, and each field at fault with what would be right.
 *
 * <p>Source: RFC 9457. Types are {@code https://linli.org/problems/<slug>}; a slug never changes its meaning.
 *
 * @param members what this type says beside the standard's own members, for programs to read
 */
@Schema(name = "Problem")
public record Problem(
        String slug,
        HttpStatusCode status,
        String title,
        @Nullable String detail,
        List<FieldError> errors,
        Map<String, Object> members) {

    public static final String TYPE_BASE = "https://linli.org/problems/";
    static final String RETRY_AFTER = "retryAfter";

    /** Member of a 503 that names the kind of work there is too much of. */
    public static final String WORK = "work";

    /** Header of the same, by which a gateway tells a busy kind of work from an unwell service. */
    public static final String BUSY = "Linli-Busy";

    /** How many fields at fault an answer names; of the rest it gives the number, {@code moreErrors}. */
    public static final int MOST_ERRORS = 20;

    public Problem {
        errors = List.copyOf(errors);
        members = Map.copyOf(members);
    }

    public static Problem of(String slug, HttpStatusCode status, String title) {
        return new Problem(slug, status, title, null, List.of(), Map.of());
    }

    /** 404, the same for what does not exist and for what belongs to somebody else. */
    public static Problem notFound(String what) {
        return of("not-found", HttpStatus.NOT_FOUND, what + " was not found");
    }

    /** The same, for where nothing came of looking. */
    public static <T> Mono<T> missing(String what) {
        return Mono.error(() -> notFound(what).exception());
    }

    /** 422: the request can be read, but what it states cannot be. */
    public static Problem invalid(String title) {
        return of("invalid-request", HttpStatus.UNPROCESSABLE_CONTENT, title);
    }

    /** 409: right in itself, but not in the present state. */
    public static Problem conflict(String slug, String title) {
        return of(slug, HttpStatus.CONFLICT, title);
    }

    public Problem detail(String text) {
        return new Problem(slug, status, title, text, errors, members);
    }

    public Problem field(String field, String reason, String expected) {
        return fields(List.of(new FieldError(field, reason, expected)));
    }

    public Problem fields(List<FieldError> more) {
        List<FieldError> all = new ArrayList<>(errors);
        all.addAll(more);
        return new Problem(slug, status, title, detail, all, members);
    }

    /** Adds a member of this type's own, such as what would be free instead. */
    public Problem with(String member, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(members);
        all.put(member, value);
        return new Problem(slug, status, title, detail, errors, all);
    }

    /** How long to wait before the same may do: told in {@code Retry-After} too, in whole seconds. */
    public Problem retryAfter(Duration wait) {
        return with(RETRY_AFTER, Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    public ProblemDetail toDetail() {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(URI.create(TYPE_BASE + slug));
        body.setTitle(title);
        body.setDetail(detail);
        if (!errors.isEmpty()) {
            body.setProperty("errors", errors.subList(0, Math.min(MOST_ERRORS, errors.size())));
        }
        if (errors.size() > MOST_ERRORS) {
            body.setProperty("moreErrors", errors.size() - MOST_ERRORS);
        }
        members.forEach(body::setProperty);
        return body;
    }
}
