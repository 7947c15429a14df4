package org.linli.partner.call;

import java.time.Instant;

/** What somebody wants done with a call. */
public sealed interface CallCommand {

    /** Says it otherwise, before anybody has seen it. */
    record Edit(CallTerms terms) implements CallCommand {}

    /** Shows it to everybody. */
    record Publish() implements CallCommand {}

    /** Gives partners longer. */
    record Extend(Instant deadline, String reason) implements CallCommand {}

    /** Ends it: by a person before its deadline, by the clock after it. */
    record Close() implements CallCommand {}

    /** Takes it back. */
    record Cancel(String reason) implements CallCommand {}
}
