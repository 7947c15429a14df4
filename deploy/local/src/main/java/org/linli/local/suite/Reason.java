package org.linli.local.suite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one line out of a failed start's log that tells most. */
final class Reason {
    /** Line breaks inside a structured log line are written as {@code \n}. */
    private static final Pattern CAUSE = Pattern.compile("Caused by: (?:[a-z0-9]+\\.)*([^\\n\\\\]+)");

    private static final int LONGEST = 240;

    private Reason() {}

    /** The innermost cause, else the last line. */
    static String of(String text) {
        String reason = text.strip().lines().reduce("", (before, line) -> line);
        Matcher cause = CAUSE.matcher(text);
        while (cause.find()) {
            reason = cause.group(1);
        }
        return reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
    }

    /** Of a start: how it failed, and the line of the log that tells most. */
    static String ofStart(String message) {
        int log = message.indexOf(". Its log ");
        return log < 0 ? of(message) : message.substring(0, log) + ": " + of(message);
    }

    /** Why a running part ended, as far as the end of its log tells: {@code  (out of memory)}, else nothing. */
    static String ofEnd(String tail) {
        return tail.lines().anyMatch(line -> line.startsWith("Terminating due to java.lang.OutOfMemoryError"))
                ? " (out of memory)"
                : "";
    }
}
