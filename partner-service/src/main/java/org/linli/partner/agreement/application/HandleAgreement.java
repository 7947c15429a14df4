package org.linli.partner.agreement.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.AgreementCommand;
import org.linli.partner.agreement.BranchAssignment;
import org.linli.partner.agreement.Parties;
import org.linli.partner.agreement.Refusal;
import org.linli.partner.agreement.Terms;
import org.linli.partner.partner.PartnerUnitLinks;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.security.Visibility;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

/**
 * Carries out commands on agreements: lock, decide, record. Runs inside the caller's transaction, which a refusal
 * rolls back.
 */
@Service
public class HandleAgreement {

    private final Agreements agreements;
    private final ProposalSource proposals;
    private final PartnerUnitLinks ties;
    private final ConfirmedMonths confirmed;
    private final RecordAgreement record;
    private final Clock clock;

    HandleAgreement(
            Agreements agreements,
            ProposalSource proposals,
            PartnerUnitLinks ties,
            ConfirmedMonths confirmed,
            RecordAgreement record,
            Clock clock) {
        this.agreements = agreements;
        this.proposals = proposals;
        this.ties = ties;
        this.confirmed = confirmed;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Drafts the agreement of an accepted proposal. Empty where there is no such proposal in the scope.
     *
     * @param branch that carries it out, where the call was the street's; see {@link Placing}
     */
    public Mono<UUID> draft(UUID proposal, @Nullable UnitCode branch, Terms terms, String by, Scope scope) {
        return proposals.find(proposal, scope).flatMap(accepted -> switch (BranchAssignment.of(
                accepted.unit(), branch)) {
            case BranchAssignment.Refused refused -> Mono.error(refused.reason()::exception);
            case BranchAssignment.At at -> draftAt(at.branch(), accepted, terms, by);
        });
    }

    private Mono<UUID> draftAt(UnitCode branch, ProposalSource.Accepted accepted, Terms terms, String by) {
        Parties parties = new Parties(new UUID(0, 0), branch, accepted.partner(), accepted.id(), null);
        return ties.add(accepted.partner(), branch).then(draft(parties, accepted.title(), terms, by, false));
    }

    /** Drafts a successor. Empty where there is no such agreement in the scope. */
    public Mono<UUID> renew(UUID id, Terms terms, String by, ExpectedVersion expected, Scope scope) {
        return agreements.lock(id, Visibility.of(scope)).flatMap(known -> {
            expected.check(known.revision());
            Parties old = known.agreement().parties();
            Parties parties = new Parties(new UUID(0, 0), old.unit(), old.partner(), old.proposal(), id);
            return decide(known, new AgreementCommand.Renew(by, terms))
                    .flatMap(same -> draft(parties, known.title(), terms, by, true))
                    .flatMap(successor -> agreements
                            .remember(id, step("RENEWED", by, successor.toString()))
                            .thenReturn(successor));
        });
    }

    private Mono<UUID> draft(Parties parties, String title, Terms terms, String by, boolean renewal) {
        return agreements
                .draft(parties, title, terms, by, clock.instant())
                .switchIfEmpty(Mono.error(() -> new Refusal.AlreadyAgreed(renewal).exception()))
                .flatMap(id -> agreements.remember(id, step("DRAFTED", by, "")).thenReturn(id));
    }

    /** Everything else. Empty where there is no such agreement within reach. */
    public Mono<Agreement> handle(
            UUID id,
            Visibility visibility,
            ExpectedVersion expected,
            Function<StoredAgreement, AgreementCommand> command) {
        return agreements.lock(id, visibility).flatMap(known -> {
            expected.check(known.revision());
            AgreementCommand wanted = command.apply(known);
            return decide(known, wanted)
                    .flatMap(next -> settled(next, visibility))
                    .flatMap(next -> record.record(known, next, wanted, clock.instant()));
        });
    }

    /** An end leaves out nothing confirmed; whoever confirms waits for the lock on the agreement. */
    private Mono<Agreement> settled(Agreement next, Visibility visibility) {
        return next instanceof Agreement.Ended ended
                ? confirmed
                        .of(ended.parties().id(), visibility)
                        .flatMap(months -> ended.settlement()
                                .leavesOut(months)
                                .<Mono<Agreement>>map(reason -> Mono.error(reason::exception))
                                .orElseGet(() -> Mono.just(next)))
                : Mono.just(next);
    }

    private Mono<Agreement> decide(StoredAgreement known, AgreementCommand command) {
        return Mono.fromSupplier(
                () -> known.agreement().decide(command, clock.instant()).orRefuse());
    }

    private Agreements.Step step(String action, String by, String remark) {
        return new Agreements.Step(action, by, clock.instant(), remark);
    }
}
