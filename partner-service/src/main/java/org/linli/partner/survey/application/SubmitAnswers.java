package org.linli.partner.survey.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.survey.Admission;
import org.linli.partner.survey.Answer;
import org.linli.partner.survey.AnswerRules;
import org.linli.partner.survey.Survey;
import org.linli.partner.survey.SurveyState;
import org.linli.partner.survey.application.Answers.Voter;
import org.linli.platform.encryption.FieldCipher;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Takes answers, one a person. A code stands on a sheet that others may have seen, so it opens nothing of an answer that
 * was given: the first stands, and whoever sends another is told only that there is one. The person is given a receipt with
 * the first answer, or brings one; with it the same answer sent again is counted once, and it may be corrected. Nothing is
 * kept under an Idempotency-Key: that would tie the answer to who sent it.
 */
@Service
public class SubmitAnswers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Surveys surveys;
    private final Answers answers;
    private final IssueAnswerCodes codes;
    private final HandleSurvey handle;
    private final FieldCipher cipher;
    private final TransactionalOperator transaction;

    SubmitAnswers(
            Surveys surveys,
            Answers answers,
            IssueAnswerCodes codes,
            HandleSurvey handle,
            FieldCipher cipher,
            TransactionalOperator transaction) {
        this.surveys = surveys;
        this.answers = answers;
        this.codes = codes;
        this.handle = handle;
        this.cipher = cipher;
        this.transaction = transaction;
    }

    /** @param receipt the person's own; absent where it has none yet */
    public record Shown(String code, @Nullable String receipt) {}

    /** @param first whether it is the person's first; @param receipt absent for who is signed in */
    public record Taken(boolean first, @Nullable String receipt) {}

    /** The code or the receipt is none: whoever goes on so tries them out. */
    public static final class NoSuchCode extends RuntimeException {

        private final transient Problem problem;

        private NoSuchCode(Problem problem) {
            super(problem.title(), null, false, false);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /** @param correction whether it takes the place of an earlier one */
    public Mono<Taken> byCode(UUID survey, Shown shown, Answer answer, boolean correction) {
        String receipt = shown.receipt() == null && !correction ? fresh() : shown.receipt();
        return surveys.find(Scope.everywhere(), survey, Surveys.Hold.AS_IT_IS)
                .filter(SubmitAnswers::isKnown)
                .doOnNext(found -> check(found.survey(), Admission.CODE))
                .flatMap(found -> {
                    Voter voter = new Voter(
                            voter(survey, known(survey, shown.code())),
                            receipt == null ? "" : cipher.index(survey + "/" + receipt, "survey-receipt"));
                    return checked(found.survey(), answer)
                            .then(
                                    correction
                                            ? correct(survey, receipt == null ? null : voter, answer)
                                            : add(survey, voter, answer, shown.receipt() != null))
                            .map(first -> new Taken(first, receipt));
                })
                .as(transaction::transactional);
    }

    /** That this very answer counts already, for who shows its receipt while the survey takes answers; or empty. */
    public Mono<Taken> counted(UUID survey, Shown shown, Answer answer) {
        String receipt = shown.receipt();
        return receipt == null
                ? Mono.empty()
                : surveys.find(Scope.everywhere(), survey, Surveys.Hold.NONE)
                        .filter(found -> isKnown(found) && found.survey().takesAnswers(handle.today()))
                        .flatMap(found -> Mono.justOrEmpty(codes.codesOf(survey).read(shown.code())))
                        .flatMap(code -> answers.isSame(survey, byReceipt(survey, code, receipt), answer))
                        .filter(same -> same)
                        .map(same -> new Taken(false, receipt));
    }

    private Voter byReceipt(UUID survey, String code, String receipt) {
        return new Voter(voter(survey, code), cipher.index(survey + "/" + receipt, "survey-receipt"));
    }

    /** The same of a resident of the branch; empty for others. */
    public Mono<Taken> byResident(UUID survey, Actor resident, Answer answer, boolean correction) {
        return surveys.find(resident.scope(), survey, Surveys.Hold.AS_IT_IS)
                .filter(SubmitAnswers::isKnown)
                .doOnNext(found -> check(found.survey(), Admission.RESIDENT))
                .flatMap(found -> {
                    Voter voter = new Voter(voter(survey, resident.subject()), "");
                    return checked(found.survey(), answer)
                            .then(correction ? correct(survey, voter, answer) : add(survey, voter, answer, true))
                            .map(first -> new Taken(first, null));
                })
                .as(transaction::transactional);
    }

    private Mono<Void> checked(Survey survey, Answer answer) {
        List<FieldError> faults = AnswerRules.faults(survey.terms(), answer);
        return faults.isEmpty()
                ? Mono.empty()
                : Mono.error(() -> Problem.invalid("The answer is not complete or not valid")
                        .fields(faults)
                        .exception());
    }

    /** @param known whether the person shows who it is: then it may learn that this was its answer already */
    private Mono<Boolean> add(UUID survey, Voter voter, Answer answer, boolean known) {
        return answers.add(survey, voter, answer)
                .flatMap(first -> first ? Mono.just(true) : again(survey, voter, answer, known));
    }

    private Mono<Boolean> again(UUID survey, Voter voter, Answer answer, boolean known) {
        Mono<Boolean> same = known ? answers.isSame(survey, voter, answer) : Mono.just(false);
        return same.filter(was -> was)
                .map(was -> false)
                .switchIfEmpty(Mono.error(() -> Problem.conflict("already-answered", "One answer a person")
                        .detail(
                                "This code, or you, answered already; the first answer counts. To put another in its place"
                                        + " send it with PUT and the receipt of the first · 每人只能答一次；凭回执可以修改")
                        .exception()));
    }

    /** @param voter absent where no receipt was shown */
    private Mono<Boolean> correct(UUID survey, @Nullable Voter voter, Answer answer) {
        Mono<Boolean> replaced = voter == null ? Mono.just(false) : answers.replace(survey, voter, answer);
        return replaced.filter(was -> was)
                .map(was -> false)
                .switchIfEmpty(Mono.error(() -> new NoSuchCode(
                        Problem.conflict("not-answered", "There is no answer to correct under this code and receipt")
                                .detail("Answer with POST; its answer has the receipt · 请先作答，或核对回执"))));
    }

    /** 128 bits. */
    private static String fresh() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A draft is known to its branch alone. */
    private static boolean isKnown(StoredSurvey found) {
        return found.survey().kept() != SurveyState.DRAFT;
    }

    private void check(Survey survey, Admission way) {
        if (survey.terms().admission() != way) {
            throw Problem.conflict("survey-admission", "This survey is answered in another way")
                    .detail(
                            way == Admission.CODE
                                    ? "Sign in as a resident · 请登录后作答"
                                    : "With a code, without sign-in · 请凭码作答")
                    .exception();
        }
        if (!survey.takesAnswers(handle.today())) {
            throw Problem.conflict("survey-closed", "The survey takes no answers now")
                    .detail("It takes them from " + survey.terms().opensOn() + " to "
                            + survey.terms().closesOn() + " while it is open · 不在作答时间内")
                    .exception();
        }
    }

    private String known(UUID survey, String code) {
        return codes.codesOf(survey)
                .read(code)
                .orElseThrow(() -> new NoSuchCode(Problem.invalid("The code is not one of this survey's")
                        .field("code", "not a code of this survey", "12 letters and digits, as printed")));
    }

    private String voter(UUID survey, String person) {
        return cipher.index(survey + "/" + person, "survey-voter");
    }
}
