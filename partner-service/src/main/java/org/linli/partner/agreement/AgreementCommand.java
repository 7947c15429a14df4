package org.linli.partner.agreement;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** What somebody wants done with an agreement. {@code by} is the subject of their token. */
public sealed interface AgreementCommand {

    String by();

    /** The branch writes other terms into what is not signed by both; signatures given so far fall. */
    record Revise(String by, Terms terms) implements AgreementCommand {}

    /**
     * @param evidence id of the signed paper, where there is one
     * @param names of the parties as they stand now
     */
    record Sign(String by, Party party, @Nullable String evidence, PartyNames names) implements AgreementCommand {}

    /** The branch proposes other terms for what is in force. */
    record Amend(String by, Terms terms) implements AgreementCommand {}

    /** The branch gives up what is not signed by both. */
    record Discard(String by) implements AgreementCommand {}

    /** The exit before the agreed time. */
    record End(String by, Settlement settlement) implements AgreementCommand {}

    /** Its last day has passed. */
    record Expire(String by, LocalDate today) implements AgreementCommand {}

    /** The branch drafts a successor with these terms. */
    record Renew(String by, Terms terms) implements AgreementCommand {}
}
