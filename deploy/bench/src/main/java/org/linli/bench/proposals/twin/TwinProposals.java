package org.linli.bench.proposals.twin;

import org.linli.partner.call.OpenCall;
import org.linli.partner.call.application.RecordedCall;
import org.linli.partner.partner.PartnerRef;
import org.linli.partner.proposal.CallStanding;
import org.linli.partner.proposal.Circumstances;
import org.linli.partner.proposal.Completeness;
import org.linli.partner.proposal.Decision;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalCommand;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.application.Move;
import org.linli.partner.proposal.application.RecordedProposal;
import org.linli.partner.proposal.application.RefusedException;
import org.linli.partner.proposal.wire.ProposalEventsToWire;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/** Drafts and hands in a proposal by the steps of the service, statement by statement. */
public class TwinProposals {

    private final TwinTables tables;

    TwinProposals(JdbcTemplate database, JsonMapper json) {
        this.tables = new TwinTables(database, json, new TwinRows(json));
    }

    /** In the caller's transaction; documents are left out, as the bench sends none. */
    public RecordedProposal draft(UUID callId, ProposalContent content, Actor by) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        PartnerRef partner = partner(by);
        RecordedCall call = tables.call(callId)
                .filter(found -> found.call() instanceof OpenCall.Published || found.call() instanceof OpenCall.Closed)
                .orElseThrow(() -> Problem.notFound("The call").exception());
        Proposal.refusesDraft(given(call, partner, content, at)).ifPresent(reason -> {
            throw new RefusedException(reason);
        });
        UUID id = tables.add(partner, call, content, by.subject(), at);
        tables.history(id, "DRAFTED", by.subject(), at);
        return tables.find(id, partner);
    }

    /** The draft handed in. */
    public RecordedProposal submit(UUID id, Actor by) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        PartnerRef partner = partner(by);
        tables.lock(id, partner);
        RecordedProposal before = tables.find(id, partner);
        RecordedCall call = tables.call(before.callId()).orElseThrow();
        ProposalCommand.Submit command = new ProposalCommand.Submit(by.subject());
        Circumstances given = given(call, partner, before.content(), at);
        return switch (before.proposal().decide(command, given, at)) {
            case Decision.Refused(var reason) -> throw new RefusedException(reason);
            case Decision.Done(Proposal next) -> record(new Move(before, next, command, call, at), partner);
        };
    }

    private RecordedProposal record(Move move, PartnerRef partner) {
        var events = ProposalEventsToWire.of(move);
        tables.tie(partner, move.before().unit(), move.at());
        tables.submitted(
                partner, (Proposal.Submitted) move.next(), move.before().sequence() + events.size());
        tables.history(move.next().id(), "SUBMITTED", move.command().by(), move.at());
        tables.append(events);
        return tables.find(move.next().id(), partner);
    }

    private PartnerRef partner(Actor by) {
        return tables.partner(by.subject())
                .orElseThrow(() -> Problem.of("not-registered", HttpStatus.CONFLICT, "You act for no partner yet")
                        .detail("Register with POST /api/partner/partners first.")
                        .exception());
    }

    private Circumstances given(RecordedCall call, PartnerRef partner, ProposalContent content, Instant at) {
        CallStanding standing = call.call().takesProposals(at) ? CallStanding.OPEN : CallStanding.CLOSED;
        return new Circumstances(
                standing,
                Completeness.missing(content, call.call().terms(), Set.of()),
                tables.suspended(partner, call.call().terms().unit()).stream()
                        .findFirst()
                        .orElse(null));
    }
}
