package org.linli.platform.etag;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a thing that a command was thought for, from the {@code If-Match} header; a controller takes it as an
 * argument. Without the header, or with {@code *}, any version will do; of several tags one has to be the present one, and
 * a weak tag, or one that is none of ours, never is.
 *
 * <p>Source: RFC 9110, 13.1.1. The tag of a thing is its version number in quotes, as {@link #answer} gives it; for
 * reads Spring answers {@code If-None-Match} with 304 by itself.
 *
 * @param versions absent when any will do
 */
public record ExpectedVersion(@Nullable List<Long> versions) {

    public static final String HEADER = "If-Match";
    static final String EXPECTED =
            "the ETag of the last read, such as \"3\", several of them with commas between, or *";
    /** An entity tag; ours are numbers. */
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");

    private static final Pattern OURS = Pattern.compile("[0-9]{1,18}");

    /** Any version will do. */
    public static final ExpectedVersion ANY = new ExpectedVersion(null);

    /** @throws org.linli.platform.problem.ProblemException (400) where the header holds no tags of ours */
    static ExpectedVersion parse(Collection<String> headers) {
        String tags = String.join(",", headers).strip();
        if (headers.isEmpty() || tags.equals("*")) {
            return ANY;
        }
        List<Matcher> read = Arrays.stream(tags.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .map(TAG::matcher)
                .toList();
        if (read.isEmpty() || !read.stream().allMatch(Matcher::matches)) {
            throw Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The condition cannot be read")
                    .field(HEADER, "not a tag of a version", EXPECTED)
                    .exception();
        }
        return new ExpectedVersion(read.stream()
                .filter(tag ->
                        tag.group(1) == null && OURS.matcher(tag.group(2)).matches())
                .map(tag -> Long.valueOf(tag.group(2)))
                .toList());
    }

    /** @throws org.linli.platform.problem.ProblemException (412) where the thing has another version by now */
    public void check(long current) {
        if (versions != null && !versions.contains(current)) {
            throw Problem.of("changed-meanwhile", HttpStatus.PRECONDITION_FAILED, "It was changed since you read it")
                    .field(
                            HEADER,
                            versions.isEmpty()
                                    ? "a weak tag, or none of ours"
                                    : "version " + versions.getFirst() + " is not the newest",
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
