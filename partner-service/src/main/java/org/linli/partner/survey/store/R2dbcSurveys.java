package org.linli.partner.survey.store;

import org.linli.partner.survey.Survey;
import org.linli.partner.survey.SurveyState;
import org.linli.partner.survey.SurveyTerms;
import org.linli.partner.survey.application.CodeSheet;
import org.linli.partner.survey.application.StoredSurvey;
import org.linli.partner.survey.application.Surveys;
import org.linli.partner.survey.result.SurveyResult;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import static org.linli.platform.paging.SortColumn.id;

@Repository
class R2dbcSurveys implements Surveys {

    private static final String SELECT =
            "SELECT " + SurveyRow.COLUMNS + " FROM survey s LEFT JOIN unit u ON u.code = s.unit_code WHERE ";

    /** By which results are withheld; one that withholds more gets the next number. */
    private static final short RULE = 3;

    private static final SortKey<StoredSurvey> LATEST_FIRST =
            SortKey.descending(id("s.id", row -> row.survey().id()));

    private final DatabaseClient database;
    private final SurveyRow rows;
    private final JsonMapper json;
    private final Clock clock;

    R2dbcSurveys(DatabaseClient database, SurveyRow rows, JsonMapper json, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<UUID> add(Scope scope, SurveyTerms terms, String by) {
        var insert = database.sql("""
                        INSERT INTO survey (unit_code, title, introduction, questions, groups, admission, opens_on,
                            closes_on, state, created_by, created_at)
                        SELECT :unit, :title, :introduction, :questions::jsonb, :groups::jsonb, :admission, :opens::date,
                            :closes::date, 'DRAFT', :by, :at
                         WHERE :unit LIKE ANY(:scope)
                        RETURNING id
                        """)
                .bind("unit", terms.unit().value())
                .bind("by", by)
                .bind("at", clock.instant())
                .bind("scope", scope.likePatterns());
        return bind(insert, terms).mapValue(UUID.class).one();
    }

    @Override
    public Mono<StoredSurvey> find(Scope scope, UUID id, Hold hold) {
        String lock = switch (hold) {
            case NONE -> "";
            case AS_IT_IS -> " FOR SHARE OF s";
            case ALONE -> " FOR UPDATE OF s";
        };
        return database.sql(SELECT + "s.id = :id AND s.unit_code LIKE ANY(:scope)" + lock)
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(rows::read)
                .one();
    }

    @Override
    public Mono<Void> save(Scope scope, Survey next) {
        var update = database.sql("""
                        UPDATE survey
                           SET title = :title, introduction = :introduction, questions = :questions::jsonb,
                               groups = :groups::jsonb, admission = :admission, opens_on = :opens, closes_on = :closes,
                               state = :state, version = version + 1
                         WHERE id = :id AND unit_code LIKE ANY(:scope)
                        """)
                .bind("state", next.kept().name())
                .bind("id", next.id())
                .bind("scope", scope.likePatterns());
        return bind(update, next.terms()).then();
    }

    private GenericExecuteSpec bind(GenericExecuteSpec statement, SurveyTerms terms) {
        return statement
                .bind("title", terms.title())
                .bind("introduction", Columns.orNull(terms.introduction(), String.class))
                .bind("questions", json.writeValueAsString(terms.questions()))
                .bind("groups", json.writeValueAsString(terms.groups()))
                .bind("admission", terms.admission().name())
                .bind("opens", terms.opensOn())
                .bind("closes", terms.closesOn());
    }

    @Override
    public Mono<Page<StoredSurvey>> page(Scope scope, List<SurveyState> states, LocalDate today, PageRequest page) {
        return ListQuery.of(SELECT + """
                         s.unit_code LIKE ANY(:scope)
                           AND CASE WHEN s.state = 'OPEN' AND s.closes_on < :today THEN 'CLOSED' ELSE s.state END
                               = ANY(:states)
                        """)
                .bind("scope", scope)
                .bind("today", today)
                .bind("states", Columns.texts(states, SurveyState::name))
                .page(database, page, LATEST_FIRST, rows::read);
    }

    @Override
    public Mono<UUID> addSheet(UUID survey, String label, int count, String by) {
        return database.sql("""
                        INSERT INTO survey_sheet (survey_id, label, first, count, made_by, made_at)
                        SELECT :survey, :label, coalesce(max(first + count), 0), :count, :by, :at
                          FROM survey_sheet WHERE survey_id = :survey
                        RETURNING id
                        """)
                .bind("survey", survey)
                .bind("label", label)
                .bind("count", count)
                .bind("by", by)
                .bind("at", clock.instant())
                .mapValue(UUID.class)
                .one();
    }

    @Override
    public Mono<List<CodeSheet>> sheets(Scope scope, UUID survey) {
        return database.sql("""
                        SELECT h.* FROM survey_sheet h JOIN survey s ON s.id = h.survey_id
                         WHERE h.survey_id = :survey AND s.unit_code LIKE ANY(:scope) ORDER BY h.first
                        """)
                .bind("survey", survey)
                .bind("scope", scope.likePatterns())
                .map(row -> new CodeSheet(
                        Columns.id(row, "id"),
                        Columns.text(row, "label"),
                        Columns.integer(row, "first"),
                        Columns.integer(row, "count"),
                        Columns.text(row, "made_by"),
                        Columns.time(row, "made_at")))
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> keep(UUID survey, SurveyResult result) {
        return database.sql("""
                        INSERT INTO survey_result (survey_id, rule, result) VALUES (:survey, :rule, :result::jsonb)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("survey", survey)
                .bind("rule", RULE)
                .bind("result", json.writeValueAsString(result))
                .then();
    }

    @Override
    public Mono<SurveyResult> result(Scope scope, UUID survey) {
        return database.sql("""
                        SELECT r.result::text AS result FROM survey_result r JOIN survey s ON s.id = r.survey_id
                         WHERE r.survey_id = :survey AND r.rule = :rule AND s.unit_code LIKE ANY(:scope)
                        """)
                .bind("survey", survey)
                .bind("rule", RULE)
                .bind("scope", scope.likePatterns())
                .map(row -> json.readValue(Columns.text(row, "result"), SurveyResult.class))
                .one();
    }
}
