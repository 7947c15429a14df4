package org.linli.partner.survey.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.survey.Admission;
import org.linli.partner.survey.RespondentGroup;
import org.linli.partner.survey.Survey;
import org.linli.partner.survey.SurveyQuestion;
import org.linli.partner.survey.SurveyState;
import org.linli.partner.survey.SurveyTerms;
import org.linli.partner.survey.application.StoredSurvey;
import org.linli.platform.database.Columns;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** Reads a survey's row. */
@Component
class SurveyRow {

    static final String COLUMNS = """
            s.id, s.unit_code, s.title, s.introduction, s.questions::text AS questions, s.groups::text AS groups,
            s.admission, s.opens_on, s.closes_on, s.state, s.version, s.created_by, s.created_at, u.name AS unit_name,
            (SELECT count(*) FROM survey_answer a WHERE a.survey_id = s.id) AS answers""";

    private final JsonMapper json;

    SurveyRow(JsonMapper json) {
        this.json = json;
    }

    StoredSurvey read(Readable row) {
        return new StoredSurvey(
                new Survey(Columns.id(row, "id"), terms(row), SurveyState.valueOf(Columns.text(row, "state"))),
                Columns.number(row, "version"),
                Columns.textOrNull(row, "unit_name"),
                Columns.number(row, "answers"),
                Columns.text(row, "created_by"),
                Columns.time(row, "created_at"));
    }

    private SurveyTerms terms(Readable row) {
        return new SurveyTerms(
                Columns.unit(row, "unit_code"),
                Columns.text(row, "title"),
                Columns.textOrNull(row, "introduction"),
                List.of(json.readValue(Columns.text(row, "questions"), SurveyQuestion[].class)),
                List.of(json.readValue(Columns.text(row, "groups"), RespondentGroup[].class)),
                Admission.valueOf(Columns.text(row, "admission")),
                Columns.date(row, "opens_on"),
                Columns.date(row, "closes_on"));
    }
}
