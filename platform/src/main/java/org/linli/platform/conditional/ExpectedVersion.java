package org.linli.platform.conditional;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a thing that a command was thought for, from the {@code If-Match} header; a controller takes it as an
 * argument. Without the header, or with {@code *}, any version will do.
 *
 * <p>Source: RFC 9110, 13.1.1. The tag of a thing is its version number in quotes, as {@link #answer} gives it; for
 * reads Spring answers {@code If-None-Match} with 304 by itself.
 *
 * @param version absent when any will do
 */
public record ExpectedVersion(@Nullable Long version) {

    public static final String HEADER = "If-Match";
    static final String EXPECTED = "the ETag of the last read, such as \"3\", or *";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    /** @throws org.linli.platform.problem.ProblemException (400) where the header is no tag of ours */
    static ExpectedVersion parse(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return new ExpectedVersion(null);
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The condition cannot be read")
                    .field(HEADER, "not a tag of a version", EXPECTED)
                    .exception();
        }
        return new ExpectedVersion(Long.valueOf(tag.group(1)));
    }

    /** @throws org.linli.platform.problem.ProblemException (412) where the thing has another version by now */
    public void check(long current) {
        if (version != null && version != current) {
            throw Problem.of("changed-meanwhile", HttpStatus.PRECONDITION_FAILED, "It was changed since you read it")
                    .field(
                            HEADER,
                            "version " + version + " is not the newest",
                            "\"" + current + "\", after reading again")
                    .exception();
        }
    }

    /** The thing as it is, with its tag. */
    public static <T> ResponseEntity<T> answer(T view, long version) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(view);
    }

    /** A new thing, with its path and its tag. */
    public static <T> ResponseEntity<T> created(String path, T view, long version) {
        return ResponseEntity.created(URI.create(path))
                .eTag("\"" + version + "\"")
                .body(view);
    }
}
