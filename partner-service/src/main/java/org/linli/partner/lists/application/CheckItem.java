package org.linli.partner.lists.application;

import org.linli.partner.lists.Evidence;
import org.linli.partner.lists.Item;
import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemList;
import org.linli.partner.lists.ItemTerms;
import org.linli.partner.survey.SurveyState;
import org.linli.partner.survey.application.HandleSurvey;
import org.linli.partner.survey.application.PublishResults;
import org.linli.partner.survey.application.Surveys;
import org.linli.partner.survey.result.SurveyResult;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Sees that what an item names is there, and takes from its evidence how many people want it. */
@Component
class CheckItem {

    private final Items items;
    private final Surveys surveys;
    private final PublishResults results;
    private final HandleSurvey handle;

    CheckItem(Items items, Surveys surveys, PublishResults results, HandleSurvey handle) {
        this.items = items;
        this.surveys = surveys;
        this.results = results;
        this.handle = handle;
    }

    Mono<ItemTerms> complete(ItemTerms terms, Scope scope) {
        return known("needs", terms, List.of(ItemKind.NEED), terms.needs(), scope)
                .then(known("resources", terms, ItemList.RESOURCES.kinds(), terms.resources(), scope))
                .then(Mono.defer(() -> counted(terms, scope)));
    }

    private Mono<Void> known(String field, ItemTerms terms, List<ItemKind> kinds, List<UUID> ids, Scope scope) {
        if (ids.isEmpty()) {
            return Mono.empty();
        }
        return items.named(scope, terms.unit(), kinds, ids).flatMap(found -> {
            List<UUID> there = found.stream().map(Item::id).toList();
            return ids.stream().allMatch(there::contains)
                    ? Mono.<Void>empty()
                    : Mono.error(() -> wrong(field, "not all of them are on your lists", "ids of items that you see"));
        });
    }

    private Mono<ItemTerms> counted(ItemTerms terms, Scope scope) {
        Evidence evidence = terms.evidence();
        if (evidence == null) {
            return Mono.just(terms);
        }
        return surveys.find(scope, evidence.survey(), Surveys.Hold.NONE)
                .filter(found -> found.survey().terms().unit().equals(terms.unit())
                        && found.survey().state(handle.today()) == SurveyState.CLOSED)
                .flatMap(found -> results.of(scope, evidence.survey()))
                .switchIfEmpty(
                        Mono.error(() -> wrong("evidence.survey", "not a closed survey of this unit", "one's id")))
                .map(result -> {
                    int people = people(result, evidence);
                    return terms.quantity() == null && people > 0 ? terms.of(people) : terms;
                });
    }

    private static int people(SurveyResult result, Evidence evidence) {
        return result.questions().stream()
                .filter(question -> question.code().equals(evidence.question()))
                .flatMap(question -> question.counts().stream())
                .filter(count -> count.option().equals(evidence.option()))
                .flatMap(count -> Stream.ofNullable(count.count()))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "evidence.option",
                        "not told of in that survey's results",
                        "question and option of its results"));
    }

    private static ProblemException wrong(String field, String reason, String expected) {
        return Problem.invalid("The item is not valid")
                .field(field, reason, expected)
                .exception();
    }
}
