package org.linli.partner.survey.application;

import org.linli.partner.survey.Answer;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** Answers, each under a voter that nobody can be told by. The caller holds the survey. */
public interface Answers {

    /** Whether this voter had none before: the table itself admits one. */
    Mono<Boolean> add(UUID survey, Voter voter, Answer answer);

    /** Whether this voter's answer, under this receipt, is the very same. */
    Mono<Boolean> isSame(UUID survey, Voter voter, Answer answer);

    /** Whether there was one under this receipt to put another in the place of. */
    Mono<Boolean> replace(UUID survey, Voter voter, Answer answer);

    /** @param hash of the code or person; @param receipt hash of the receipt, empty for who is signed in */
    record Voter(String hash, String receipt) {}

    /** In no order that tells anything. */
    Mono<List<Answer>> all(UUID survey);
}
