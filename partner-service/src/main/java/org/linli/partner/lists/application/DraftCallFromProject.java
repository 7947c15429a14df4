package org.linli.partner.lists.application;

import org.linli.partner.call.CallTerms;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.call.Criterion;
import org.linli.partner.call.DocumentRequirement;
import org.linli.partner.call.application.HandleCall;
import org.linli.partner.lists.Item;
import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemList;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.security.Actor;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes of a project wanted the draft of an open call, filled in from the three lists. */
@Service
public class DraftCallFromProject {

    /** What proposals are usually weighed by; the draft is there to be changed. */
    private static final List<Criterion> CRITERIA = List.of(
            new Criterion("BENEFIT", "公益性", 40),
            new Criterion("QUALITY", "服务质量", 30),
            new Criterion("PRICE", "惠民价格", 30));

    private static final List<DocumentRequirement> DOCUMENTS =
            List.of(new DocumentRequirement("LICENCE", "营业执照或资质证明", false));

    private final HandleItem handle;
    private final Items items;
    private final HandleCall calls;

    DraftCallFromProject(HandleItem handle, Items items, HandleCall calls) {
        this.handle = handle;
        this.items = items;
        this.calls = calls;
    }

    /** Empty where the caller's scope holds no such project. */
    public Mono<Item> of(UUID project, Instant deadline, ExpectedVersion expected, Actor by) {
        return handle.lockProject(project, expected, by)
                .flatMap(found -> draft(found, deadline, by).flatMap(call -> handle.called(found, call, by)));
    }

    private Mono<UUID> draft(Item project, Instant deadline, Actor by) {
        return named(project, List.of(ItemKind.NEED), project.terms().needs(), by)
                .zipWith(named(
                        project, ItemList.RESOURCES.kinds(), project.terms().resources(), by))
                .map(lists -> terms(project, deadline, lists.getT1(), lists.getT2()))
                .flatMap(terms -> calls.draft(terms, by))
                .map(drafted -> drafted.call().id());
    }

    private Mono<List<Item>> named(Item project, List<ItemKind> kinds, List<UUID> ids, Actor by) {
        return ids.isEmpty()
                ? Mono.just(List.of())
                : items.named(by.scope(), project.terms().unit(), kinds, ids);
    }

    private static CallTerms terms(Item project, Instant deadline, List<Item> needs, List<Item> resources) {
        String conditions = Stream.of(lines("回应的需求 Needs:", needs), lines("可提供的资源 Resources:", resources))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        return new CallTerms(
                project.terms().unit(),
                project.terms().title(),
                Objects.requireNonNullElse(
                        project.terms().detail(), project.terms().title()),
                project.terms().modes().isEmpty()
                        ? List.of(CooperationMode.VENUE_COOPERATION)
                        : project.terms().modes(),
                Objects.requireNonNullElse(project.terms().line(), "OTHER"),
                conditions.isEmpty() ? null : conditions,
                deadline,
                CRITERIA,
                DOCUMENTS);
    }

    private static String lines(String title, List<Item> items) {
        return items.isEmpty()
                ? ""
                : title
                        + items.stream()
                                .map(item -> "\n· " + item.terms().title() + quantity(item))
                                .collect(Collectors.joining());
    }

    private static String quantity(Item item) {
        return item.terms().quantity() == null ? "" : " (" + item.terms().quantity() + ")";
    }
}
