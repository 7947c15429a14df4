package org.linli.partner.survey.application;

import org.linli.partner.survey.Admission;
import org.linli.partner.survey.Answer;
import org.linli.partner.survey.AnswerRules;
import org.linli.partner.survey.Fault;
import org.linli.partner.survey.Survey;
import org.linli.partner.survey.SurveyState;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;
import org.linli.platform.secrecy.FieldCipher;
import org.linli.platform.security.Actor;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/**
 * Takes answers, one a person. Sent again as it was an answer is counted once; sent otherwise it is refused, until it is
 * said to be a correction. Nothing is kept under an Idempotency-Key: that would tie the answer to who sent it.
 */
@Service
public class TakeAnswers {

    private final Surveys surveys;
    private final Answers answers;
    private final HandOutCodes codes;
    private final HandleSurvey handle;
    private final FieldCipher cipher;
    private final TransactionalOperator transaction;

    TakeAnswers(
            Surveys surveys,
            Answers answers,
            HandOutCodes codes,
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

    /** @param correction whether it takes the place of an earlier one; @return whether it is the person's first */
    public Mono<Boolean> byCode(UUID survey, String code, Answer answer, boolean correction) {
        return surveys.find(Scope.everywhere(), survey, Surveys.Hold.AS_IT_IS)
                .filter(TakeAnswers::isKnown)
                .doOnNext(found -> check(found.survey(), Admission.CODE))
                .flatMap(found -> take(found.survey(), voter(survey, known(survey, code)), answer, correction))
                .as(transaction::transactional);
    }

    /** The same of a resident of the branch; empty for others. */
    public Mono<Boolean> byResident(UUID survey, Actor resident, Answer answer, boolean correction) {
        return surveys.find(resident.scope(), survey, Surveys.Hold.AS_IT_IS)
                .filter(TakeAnswers::isKnown)
                .doOnNext(found -> check(found.survey(), Admission.RESIDENT))
                .flatMap(found -> take(found.survey(), voter(survey, resident.subject()), answer, correction))
                .as(transaction::transactional);
    }

    private Mono<Boolean> take(Survey survey, String voter, Answer answer, boolean correction) {
        List<Fault> faults = AnswerRules.faults(survey.terms(), answer);
        if (!faults.isEmpty()) {
            return Mono.error(() -> Problem.invalid("The answer is not complete or not valid")
                    .fields(faults.stream()
                            .map(fault -> new FieldError(fault.field(), fault.reason(), fault.expected()))
                            .toList())
                    .exception());
        }
        return correction ? correct(survey.id(), voter, answer) : add(survey.id(), voter, answer);
    }

    private Mono<Boolean> add(UUID survey, String voter, Answer answer) {
        return answers.add(survey, voter, answer)
                .flatMap(first -> first ? Mono.just(true) : again(survey, voter, answer));
    }

    private Mono<Boolean> again(UUID survey, String voter, Answer answer) {
        return answers.isSame(survey, voter, answer)
                .flatMap(same -> same
                        ? Mono.just(false)
                        : Mono.error(() -> Problem.conflict("already-answered", "One answer a person")
                                .detail("This code, or you, answered already; that answer counts. To put another in its"
                                        + " place send it with PUT · 每人只能答一次，可用修改")
                                .exception()));
    }

    private Mono<Boolean> correct(UUID survey, String voter, Answer answer) {
        return answers.replace(survey, voter, answer)
                .flatMap(replaced -> replaced
                        ? Mono.just(false)
                        : Mono.error(() -> Problem.conflict("not-answered", "There is no answer to correct yet")
                                .detail("Answer with POST first · 尚未作答")
                                .exception()));
    }

    /** A draft is known to its branch alone. */
    private static boolean isKnown(RecordedSurvey found) {
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
                .orElseThrow(() -> Problem.invalid("The code is not one of this survey's")
                        .field("code", "not a code of this survey", "12 letters and digits, as printed")
                        .exception());
    }

    private String voter(UUID survey, String person) {
        return cipher.index(survey + "/" + person, "survey-voter");
    }
}
