package org.linli.partner.proposal.review;

import org.linli.partner.call.Criterion;
import org.linli.partner.call.application.ActingFor;
import org.linli.partner.call.application.OpenCalls;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.application.Proposals;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.platform.problem.Problem;
import org.linli.platform.request.Fields;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.security.Visibility;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes declarations and scores, in the caller's transaction. A refusal is the problem that its caller is told. */
@Service
class ReviewProposal {

    private final Proposals proposals;
    private final OpenCalls calls;
    private final Scores scores;
    private final Clock clock;

    ReviewProposal(Proposals proposals, OpenCalls calls, Scores scores, Clock clock) {
        this.proposals = proposals;
        this.calls = calls;
        this.scores = scores;
        this.clock = clock;
    }

    /** Empty where the caller's scope holds no such proposal. */
    Mono<StoredProposal> declareConflict(UUID id, String reason, Actor by) {
        return reviewed(id, by)
                .flatMap(proposal -> scores.declare(proposal, by.subject(), reason, clock.instant(), by.scope())
                        .thenReturn(proposal));
    }

    /** Empty where the caller's scope holds no such proposal. */
    Mono<StoredProposal> score(UUID id, int round, Map<String, Integer> points, Actor by) {
        return reviewed(id, by)
                .doOnNext(ReviewProposal::checkState)
                .flatMap(proposal -> checkReviewer(proposal, round, by)
                        .then(checkPoints(proposal, points, by))
                        .then(scores.add(
                                proposal,
                                round,
                                new ScoreSheet(id, proposal.partner().name(), by.subject(), points),
                                clock.instant(),
                                by.scope()))
                        .thenReturn(proposal));
    }

    private Mono<StoredProposal> reviewed(UUID id, Actor by) {
        return proposals
                .lock(Visibility.ofStaff(by), id)
                .doOnNext(found -> ActingFor.check(by, found.unit(), Role.BRANCH_HEAD, Role.BRANCH_CLERK));
    }

    private static void checkState(StoredProposal found) {
        boolean open = found.proposal() instanceof Proposal.Submitted || found.proposal() instanceof Proposal.InTrial;
        if (!open) {
            throw Problem.conflict("proposal-not-in-this-state", "The proposal cannot be scored now")
                    .detail("Its state is " + found.proposal().state() + ".")
                    .exception();
        }
    }

    private Mono<Void> checkReviewer(StoredProposal proposal, int round, Actor by) {
        return scores.inConflict(proposal.callId(), by.subject(), by.scope())
                .doOnNext(ReviewProposal::refuseConflict)
                .then(scores.lastRound(proposal.callId(), by.scope()))
                .doOnNext(last -> refuseRound(round, last))
                .then();
    }

    private static void refuseConflict(boolean declared) {
        if (declared) {
            throw Problem.conflict("conflict-of-interest", "You declared a conflict of interest in this call")
                    .detail("Another reviewer scores its proposals.")
                    .exception();
        }
    }

    /** Rounds come one after the other; an earlier one is over. */
    private static void refuseRound(int round, int last) {
        if (round < last || round > last + 1) {
            throw Problem.invalid("The scores are not valid")
                    .field("round", "not the present round or the next", last == 0 ? "1" : last + " or " + (last + 1))
                    .exception();
        }
    }

    private Mono<Void> checkPoints(StoredProposal proposal, Map<String, Integer> points, Actor by) {
        return calls.find(by.scope(), proposal.callId())
                .doOnNext(call -> refusePoints(call.call().terms().criteria(), points))
                .then();
    }

    private static void refusePoints(List<Criterion> criteria, Map<String, Integer> points) {
        List<String> codes = criteria.stream().map(Criterion::code).toList();
        Fields fields = new Fields();
        codes.stream()
                .filter(code -> !points.containsKey(code))
                .forEach(code -> fields.add("scores", "missing: " + code, "points for each of " + codes));
        points.keySet().stream()
                .filter(code -> !codes.contains(code))
                .sorted()
                .forEach(code -> fields.add("scores", "no criterion of this call: " + code, "" + codes));
        fields.refuse("The scores are not valid");
    }
}
