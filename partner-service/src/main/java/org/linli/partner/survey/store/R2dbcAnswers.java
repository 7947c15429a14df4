package org.linli.partner.survey.store;

import org.linli.partner.survey.Answer;
import org.linli.partner.survey.application.Answers;
import org.linli.platform.database.Columns;
import org.linli.platform.security.SystemAccess;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

@Repository
class R2dbcAnswers implements Answers {

    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, List<String>>> LISTS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    R2dbcAnswers(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Boolean> add(UUID survey, Voter voter, Answer answer) {
        return changed(survey, voter, answer, """
                INSERT INTO survey_answer (survey_id, voter, receipt, groups, choices, texts)
                VALUES (:survey, :voter, :receipt, :groups::jsonb, :choices::jsonb, :texts::jsonb)
                ON CONFLICT ON CONSTRAINT one_answer_a_person DO NOTHING
                """);
    }

    @Override
    public Mono<Boolean> replace(UUID survey, Voter voter, Answer answer) {
        return changed(survey, voter, answer, """
                UPDATE survey_answer
                   SET groups = :groups::jsonb, choices = :choices::jsonb, texts = :texts::jsonb
                 WHERE survey_id = :survey AND voter = :voter AND receipt = :receipt
                """);
    }

    @Override
    public Mono<Boolean> isSame(UUID survey, Voter voter, Answer answer) {
        return bind(survey, voter, answer, """
                SELECT groups = :groups::jsonb AND choices = :choices::jsonb AND texts = :texts::jsonb
                  FROM survey_answer
                 WHERE survey_id = :survey AND voter = :voter AND receipt = :receipt
                """).mapValue(Boolean.class).one();
    }

    @Override
    @SystemAccess("the service counts answers when a survey closes")
    public Mono<List<Answer>> all(UUID survey) {
        return database.sql("""
                        SELECT groups::text AS groups, choices::text AS choices, texts::text AS texts
                          FROM survey_answer WHERE survey_id = :survey ORDER BY id
                        """)
                .bind("survey", survey)
                .map(row -> new Answer(
                        json.readValue(Columns.text(row, "groups"), TEXTS),
                        json.readValue(Columns.text(row, "choices"), LISTS),
                        json.readValue(Columns.text(row, "texts"), TEXTS)))
                .all()
                .collectList();
    }

    private Mono<Boolean> changed(UUID survey, Voter voter, Answer answer, String sql) {
        return bind(survey, voter, answer, sql).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    private GenericExecuteSpec bind(UUID survey, Voter voter, Answer answer, String sql) {
        return database.sql(sql)
                .bind("survey", survey)
                .bind("voter", voter.hash())
                .bind("receipt", voter.receipt())
                .bind("groups", json.writeValueAsString(answer.groups()))
                .bind("choices", json.writeValueAsString(answer.choices()))
                .bind("texts", json.writeValueAsString(answer.texts()));
    }
}
