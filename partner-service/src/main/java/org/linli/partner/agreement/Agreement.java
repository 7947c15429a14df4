package org.linli.partner.agreement;

import org.linli.partner.agreement.AgreementCommand.Amend;
import org.linli.partner.agreement.AgreementCommand.Discard;
import org.linli.partner.agreement.AgreementCommand.End;
import org.linli.partner.agreement.AgreementCommand.Expire;
import org.linli.partner.agreement.AgreementCommand.Renew;
import org.linli.partner.agreement.AgreementCommand.Revise;
import org.linli.partner.agreement.AgreementCommand.Sign;
import org.linli.platform.decision.Decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What a branch and a partner have agreed.
 *
 * <pre>
 * from      | Revise   | Sign                 | Amend    | Discard   | End   | Expire  | Renew
 * ----------+----------+----------------------+----------+-----------+-------+---------+---------
 * Draft     | Draft    | Draft, then Signed   | –        | Discarded | –     | –       | –
 * Signed    | –        | –                    | Amending | –         | Ended | Expired | Signed
 * Amending  | Amending | Amending, then Signed| –        | Signed    | Ended | Expired | Amending
 * Ended     | –        | –                    | –        | –         | –     | –       | –
 * Expired   | –        | –                    | –        | –         | –     | –       | Expired
 * Discarded | –        | –                    | –        | –         | –     | –       | –
 * </pre>
 *
 * <p>A version takes effect with the second of its two signatures; until then the one before stays in force. A version
 * in force is never changed. Renewing makes another agreement that names this one.
 */
public sealed interface Agreement {

    Parties parties();

    /** Name of the state, as callers see it. */
    default String state() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /** Not in force yet. */
    record Draft(Parties parties, Version version) implements Agreement {}

    /** In force. */
    record Signed(Parties parties, Version inForce) implements Agreement {}

    /** In force, with an amendment that lacks a signature. */
    record Amending(Parties parties, Version inForce, Version amendment) implements Agreement {}

    /** Ended before its time. */
    record Ended(Parties parties, Version inForce, Settlement settlement) implements Agreement {}

    /** Over, as it was agreed. */
    record Expired(Parties parties, Version inForce) implements Agreement {}

    /** Given up before it was ever in force. */
    record Discarded(Parties parties, Version version) implements Agreement {}

    /**
     * What becomes of this agreement by a command.
     *
     * @param at the time of the decision
     */
    default Decision<Agreement, Refusal> decide(AgreementCommand command, Instant at) {
        return switch (command) {
            case Revise revise -> revise(revise);
            case Sign sign -> sign(sign, at);
            case Amend amend -> amend(amend);
            case Discard _ -> discard();
            case End end -> end(end);
            case Expire expire -> expire(expire);
            case Renew renew -> renew(renew);
        };
    }

    private Decision<Agreement, Refusal> revise(Revise revise) {
        return switch (this) {
            case Draft draft -> Decision.accept(new Draft(draft.parties, draft.version.revised(revise.terms())));
            case Amending amending ->
                AmendmentRule.check(amending.inForce.terms(), revise.terms())
                        .<Decision<Agreement, Refusal>>map(Decision::refuse)
                        .orElseGet(() -> Decision.accept(new Amending(
                                amending.parties, amending.inForce, amending.amendment.revised(revise.terms()))));
            case Signed _, Ended _, Expired _, Discarded _ -> refuse("revised");
        };
    }

    private Decision<Agreement, Refusal> sign(Sign sign, Instant at) {
        return switch (this) {
            case Draft draft ->
                draft.version.sign(
                        sign,
                        at,
                        next -> next.isSigned() ? new Signed(draft.parties, next) : new Draft(draft.parties, next));
            case Amending amending ->
                amending.amendment.sign(
                        sign,
                        at,
                        next -> next.isSigned()
                                ? new Signed(amending.parties, next)
                                : new Amending(amending.parties, amending.inForce, next));
            case Signed _, Ended _, Expired _, Discarded _ -> refuse("signed");
        };
    }

    private Decision<Agreement, Refusal> amend(Amend amend) {
        return switch (this) {
            case Signed signed ->
                AmendmentRule.check(signed.inForce.terms(), amend.terms())
                        .<Decision<Agreement, Refusal>>map(Decision::refuse)
                        .orElseGet(() -> Decision.accept(
                                new Amending(signed.parties, signed.inForce, signed.inForce.amendedBy(amend.terms()))));
            case Draft _, Amending _, Ended _, Expired _, Discarded _ -> refuse("amended");
        };
    }

    private Decision<Agreement, Refusal> discard() {
        return switch (this) {
            case Draft draft -> Decision.accept(new Discarded(draft.parties, draft.version));
            case Amending amending -> Decision.accept(new Signed(amending.parties, amending.inForce));
            case Signed _, Ended _, Expired _, Discarded _ -> refuse("discarded");
        };
    }

    private Decision<Agreement, Refusal> end(End end) {
        return switch (this) {
            case Signed signed -> end(signed.inForce, end.settlement());
            case Amending amending -> end(amending.inForce, end.settlement());
            case Draft _, Ended _, Expired _, Discarded _ -> refuse("ended");
        };
    }

    private Decision<Agreement, Refusal> end(Version inForce, Settlement settlement) {
        return settlement
                .mistake(inForce.terms())
                .<Decision<Agreement, Refusal>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new Ended(parties(), inForce, settlement)));
    }

    private Decision<Agreement, Refusal> expire(Expire expire) {
        return switch (this) {
            case Signed signed -> expire(signed.inForce, expire.today());
            case Amending amending -> expire(amending.inForce, expire.today());
            case Draft _, Ended _, Expired _, Discarded _ -> refuse("expired");
        };
    }

    private Decision<Agreement, Refusal> expire(Version inForce, LocalDate today) {
        LocalDate last = inForce.terms().endsOn();
        return last.isBefore(today)
                ? Decision.accept(new Expired(parties(), inForce))
                : Decision.refuse(new Refusal.NotOver(last));
    }

    private Decision<Agreement, Refusal> renew(Renew renew) {
        return switch (this) {
            case Signed signed -> renew(signed.inForce, renew.terms());
            case Amending amending -> renew(amending.inForce, renew.terms());
            case Expired expired -> renew(expired.inForce, renew.terms());
            case Draft _, Ended _, Discarded _ -> refuse("renewed");
        };
    }

    private Decision<Agreement, Refusal> renew(Version inForce, Terms terms) {
        LocalDate last = inForce.terms().endsOn();
        return terms.startsOn().isAfter(last)
                ? Decision.accept(this)
                : Decision.refuse(new Refusal.RenewalTooEarly(last));
    }

    private Decision<Agreement, Refusal> refuse(String what) {
        return Decision.refuse(new Refusal.NotInThisState(what, state()));
    }
}
