package org.linli.local.gateway;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a call through the gateway gave. */
public record Answer(String call, int status, byte[] body) {
    static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether the call did what it should. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The body as a record of the caller's own; fields it does not know are passed over. */
    public <T> T as(Class<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JacksonException e) {
            throw new CallFailure(call + " answered " + status + " with something unexpected: " + text());
        }
    }

    /** The body of a success. */
    public <T> T required(Class<T> type) {
        if (!succeeded()) {
            throw new CallFailure(
                    call + " was answered with " + status + ": " + problem().shown());
        }
        return as(type);
    }

    /** The problem (RFC 9457) of a refusal, made up where the body is none. */
    public Problem problem() {
        try {
            Problem problem = JSON.readValue(body, Problem.class);
            return problem == null ? Problem.unknown(text()) : problem;
        } catch (JacksonException e) {
            return Problem.unknown(text());
        }
    }

    private String text() {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    /** A problem as the services send it. */
    public record Problem(
            @Nullable String type,
            @Nullable String title,
            @Nullable String detail,
            @Nullable List<FieldError> errors) {
        static Problem unknown(String text) {
            return new Problem(null, text, null, null);
        }

        /** The last part of the type, e.g. {@code nothing-to-report}; empty when there is none. */
        public String slug() {
            return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
        }

        public List<FieldError> fields() {
            return errors == null ? List.of() : errors;
        }

        /** For people. */
        public String shown() {
            StringBuilder text = new StringBuilder(title == null ? slug() : title);
            if (detail != null) {
                text.append(": ").append(detail);
            }
            fields().forEach(error ->
                    text.append("; ").append(error.field()).append(' ').append(error.shown()));
            return text.toString();
        }
    }

    /** A field at fault, why, and what would be right. */
    public record FieldError(
            @Nullable String field,
            @Nullable String reason,
            @Nullable String expected) {
        public String shown() {
            String said = reason == null ? "is wrong" : reason;
            return expected == null || expected.isBlank() ? said : said + " (expected: " + expected + ")";
        }
    }
}
