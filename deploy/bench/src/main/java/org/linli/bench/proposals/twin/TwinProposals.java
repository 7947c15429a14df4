package org.linli.bench.proposals.twin;

import org.linli.partner.call.OpenCall;
import org.linli.partner.call.application.StoredCall;
import org.linli.partner.proposal.CallStatus;
import org.linli.partner.proposal.Completeness;
import org.linli.partner.proposal.DecisionContext;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.application.NewProposal;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Drafts and hands in a proposal by the steps of the service, statement by statement. */
public class TwinProposals {

    private final TwinTables tables;

    TwinProposals(JdbcTemplate database, JsonMapper json) {
        this.tables = new TwinTables(database, json, new TwinRows(json));
    }

    /** In the caller's transaction; documents are left out, as the bench sends none. */
    public StoredProposal begin(UUID callId, ProposalContent content, boolean handIn, Actor by) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        StoredCall call = tables.call(callId)
                .filter(found -> found.call() instanceof OpenCall.Published || found.call() instanceof OpenCall.Closed)
                .orElseThrow(() -> Problem.notFound("The call").exception());
        TwinTables.Acting acting = acting(by, call);
        DecisionContext given = given(call, acting, content, at);
        Proposal.refusesDraft(given)
                .or(() -> handIn ? Proposal.refusesSubmission(given) : Optional.empty())
                .ifPresent(reason -> {
                    throw reason.exception();
                });
        NewProposal beginning = new NewProposal(acting.partner(), call, content, handIn, by.subject(), at);
        return beginning.begun(tables.add(beginning), 1);
    }

    private TwinTables.Acting acting(Actor by, StoredCall call) {
        return tables.acting(by.subject(), call.call().terms().unit())
                .orElseThrow(() -> Problem.of("not-registered", HttpStatus.CONFLICT, "You act for no partner yet")
                        .detail("Register with POST /api/partner/partners first.")
                        .exception());
    }

    private static DecisionContext given(
            StoredCall call, TwinTables.Acting acting, ProposalContent content, Instant at) {
        CallStatus standing = call.call().takesProposals(at) ? CallStatus.OPEN : CallStatus.CLOSED;
        return new DecisionContext(
                standing, Completeness.missing(content, call.call().terms(), Set.of(), Set.of()), acting.suspended());
    }
}
