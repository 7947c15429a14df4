package org.linli.partner.agreement;

import org.jspecify.annotations.Nullable;
import org.linli.partner.history.ShanghaiDay;
import org.linli.platform.decision.Decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * Terms with the signatures under them.
 *
 * @param number from 1; an amendment has the next one
 * @param names of the parties as they stood with the first signature: who renames itself later changes no paper
 */
public record Version(
        int number,
        Terms terms,
        @Nullable Signature partner,
        @Nullable Signature branch,
        @Nullable PartyNames names) {

    /** The first version of an agreement. */
    public static Version first(Terms terms) {
        return new Version(1, terms, null, null, null);
    }

    public boolean isSigned() {
        return partner != null && branch != null;
    }

    /** When it took effect: with the later of the two signatures. */
    public Optional<Instant> effectiveAt() {
        if (partner == null || branch == null) {
            return Optional.empty();
        }
        return Optional.of(partner.at().isAfter(branch.at()) ? partner.at() : branch.at());
    }

    /** The day of that. */
    public Optional<LocalDate> effectiveOn() {
        return effectiveAt().map(at -> LocalDate.ofInstant(at, ShanghaiDay.ZONE));
    }

    Version revised(Terms other) {
        return new Version(number, other, null, null, null);
    }

    Version amendedBy(Terms other) {
        return new Version(number + 1, other, null, null, null);
    }

    Decision<Agreement, Refusal> sign(AgreementCommand.Sign sign, Instant at, Function<Version, Agreement> next) {
        Signature own = sign.party() == Party.PARTNER ? partner : branch;
        Signature other = sign.party() == Party.PARTNER ? branch : partner;
        if (own != null) {
            return Decision.refuse(new Refusal.AlreadySigned(sign.party()));
        }
        if (other != null && other.by().equals(sign.by())) {
            return Decision.refuse(new Refusal.SameHands());
        }
        Signature signature = new Signature(sign.by(), at, sign.evidence());
        PartyNames signedAs = names == null ? sign.names() : names;
        Version signed = sign.party() == Party.PARTNER
                ? new Version(number, terms, signature, branch, signedAs)
                : new Version(number, terms, partner, signature, signedAs);
        return Decision.accept(next.apply(signed));
    }
}
