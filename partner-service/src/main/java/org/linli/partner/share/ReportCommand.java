package org.linli.partner.share;

/** What somebody wants done with a report. {@code by} is the subject of their token. */
public sealed interface ReportCommand {

    String by();

    /** The branch head agrees. */
    record Confirm(String by) implements ReportCommand {}

    /** The branch head does not, and says why. */
    record Dispute(String by, String reason) implements ReportCommand {}

    /** The partner has sent a later version. */
    record Answer(String by) implements ReportCommand {}

    /** A correction is confirmed. */
    record Supersede(String by) implements ReportCommand {}
}
