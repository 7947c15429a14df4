package org.linli.partner.share;

import org.linli.platform.decision.Decision;

import java.time.Instant;
import java.util.Locale;

/**
 * What a partner took in under an agreement in a period, as one version of its report.
 *
 * <pre>
 * from       | Confirm   | Dispute  | Answer   | Supersede
 * -----------+-----------+----------+----------+-----------
 * Reported   | Confirmed | Disputed | –        | –
 * Disputed   | –         | –        | Answered | –
 * Answered   | –         | –        | –        | –
 * Confirmed  | –         | –        | –        | Superseded
 * Superseded | –         | –        | –        | –
 * </pre>
 *
 * <p>The figures never change. A later version answers a dispute, or corrects what was confirmed and supersedes it when
 * it is confirmed itself.
 */
public sealed interface TurnoverReport {

    Reported reported();

    /** Name of the state, as callers see it. */
    default String state() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /** Waits for the branch. */
    record Reported(ReportKey key, Figures figures, String by, Instant at) implements TurnoverReport {
        @Override
        public Reported reported() {
            return this;
        }
    }

    /** The branch does not agree. */
    record Disputed(Reported reported, String by, Instant at, String reason) implements TurnoverReport {}

    /** Was disputed, and a later version has come. */
    record Answered(Reported reported) implements TurnoverReport {}

    /** The branch agrees: the share is owed. */
    record Confirmed(Reported reported, String by, Instant at) implements TurnoverReport {}

    /** Was confirmed until a correction was. */
    record Superseded(Reported reported) implements TurnoverReport {}

    /**
     * What becomes of this report by a command.
     *
     * @param at the time of the decision
     */
    default Decision<TurnoverReport, Refusal> decide(ReportCommand command, Instant at) {
        return switch (command) {
            case ReportCommand.Confirm confirm -> confirm(confirm, at);
            case ReportCommand.Dispute dispute -> dispute(dispute, at);
            case ReportCommand.Answer _ -> answer();
            case ReportCommand.Supersede _ -> supersede();
        };
    }

    private Decision<TurnoverReport, Refusal> confirm(ReportCommand.Confirm confirm, Instant at) {
        return switch (this) {
            case Reported reported when reported.by.equals(confirm.by()) -> Decision.refuse(new Refusal.SameHands());
            case Reported reported -> Decision.accept(new Confirmed(reported, confirm.by(), at));
            case Disputed _, Answered _, Confirmed _, Superseded _ -> refuse("confirmed");
        };
    }

    private Decision<TurnoverReport, Refusal> dispute(ReportCommand.Dispute dispute, Instant at) {
        return switch (this) {
            case Reported reported -> Decision.accept(new Disputed(reported, dispute.by(), at, dispute.reason()));
            case Disputed _, Answered _, Confirmed _, Superseded _ -> refuse("disputed");
        };
    }

    private Decision<TurnoverReport, Refusal> answer() {
        return switch (this) {
            case Disputed disputed -> Decision.accept(new Answered(disputed.reported));
            case Reported _, Answered _, Confirmed _, Superseded _ -> refuse("answered");
        };
    }

    private Decision<TurnoverReport, Refusal> supersede() {
        return switch (this) {
            case Confirmed confirmed -> Decision.accept(new Superseded(confirmed.reported));
            case Reported _, Disputed _, Answered _, Superseded _ -> refuse("superseded");
        };
    }

    private Decision<TurnoverReport, Refusal> refuse(String what) {
        return Decision.refuse(new Refusal.NotInThisState(what, state()));
    }
}
