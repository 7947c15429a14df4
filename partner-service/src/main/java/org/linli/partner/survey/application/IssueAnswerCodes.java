package org.linli.partner.survey.application;

import org.linli.partner.survey.Admission;
import org.linli.partner.survey.AnswerCodes;
import org.linli.partner.survey.Refusal;
import org.linli.partner.survey.Survey;
import org.linli.partner.survey.SurveyState;
import org.linli.platform.encryption.FieldCipher;
import org.linli.platform.history.History;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Makes sheets of answer codes and shows them for printing. Who saw the codes is kept in the survey's history. */
@Service
public class IssueAnswerCodes {

    private final Surveys surveys;
    private final History steps;
    private final HandleSurvey handle;
    private final FieldCipher cipher;
    private final TransactionalOperator transaction;

    IssueAnswerCodes(
            Surveys surveys,
            History steps,
            HandleSurvey handle,
            FieldCipher cipher,
            TransactionalOperator transaction) {
        this.surveys = surveys;
        this.steps = steps;
        this.handle = handle;
        this.cipher = cipher;
        this.transaction = transaction;
    }

    /** Empty where the caller's scope holds no such survey. */
    public Mono<CodeSheet> make(UUID survey, String label, int count, Actor by) {
        return surveys.find(by.scope(), survey, Surveys.Hold.ALONE)
                .doOnNext(this::check)
                .flatMap(found -> surveys.sheets(by.scope(), survey)
                        .doOnNext(sheets -> room(sheets, count))
                        .then(surveys.addSheet(survey, label, count, by.subject()))
                        .flatMap(id -> steps.add(
                                        survey, found.survey().terms().unit(), "CODES_MADE", by.subject(), label)
                                .then(sheet(survey, id, by))));
    }

    /** The codes of a sheet, as they are printed. */
    public Mono<List<String>> read(UUID survey, UUID sheet, Actor by) {
        return surveys.find(by.scope(), survey, Surveys.Hold.NONE)
                .flatMap(found -> sheet(survey, sheet, by)
                        .flatMap(one -> steps.add(
                                        survey, found.survey().terms().unit(), "CODES_READ", by.subject(), one.label())
                                .thenReturn(codes(survey, one))))
                .as(transaction::transactional);
    }

    AnswerCodes codesOf(UUID survey) {
        return new AnswerCodes(survey, text -> cipher.index(text, "survey-code"));
    }

    private List<String> codes(UUID survey, CodeSheet sheet) {
        AnswerCodes codes = codesOf(survey);
        return IntStream.range(sheet.first(), sheet.first() + sheet.count())
                .mapToObj(codes::of)
                .toList();
    }

    private Mono<CodeSheet> sheet(UUID survey, UUID id, Actor by) {
        return surveys.sheets(by.scope(), survey)
                .flatMapIterable(sheets -> sheets)
                .filter(sheet -> sheet.id().equals(id))
                .next();
    }

    private void check(StoredSurvey found) {
        Survey survey = found.survey();
        if (survey.state(handle.today()) == SurveyState.CLOSED) {
            throw new Refusal.NotInThisState("given codes", SurveyState.CLOSED).exception();
        }
        if (survey.terms().admission() != Admission.CODE) {
            throw Problem.conflict("survey-admission", "Residents answer this survey signed in, without a code")
                    .exception();
        }
    }

    private static void room(List<CodeSheet> sheets, int count) {
        int left = AnswerCodes.MOST - sheets.stream().mapToInt(CodeSheet::count).sum();
        if (count > left) {
            throw Problem.invalid("The survey has not so many codes left")
                    .field("count", "more than are left", "at most " + left)
                    .exception();
        }
    }
}
