package org.linli.partner.lists.web;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.lists.Evidence;
import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemTerms;
import org.linli.partner.lists.Topics;
import org.linli.partner.room.OpeningHours;
import org.linli.platform.request.Fields;
import org.linli.platform.text.PersonalNumbers;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.UnitCode;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Reads what all three lists ask, and collects everything that is wrong with it. */
final class ItemDraft {

    private final Fields fields = new Fields();

    private final ItemKind kind;
    private final UnitCode unit;
    private final String title;
    private final @Nullable String detail;
    private final List<String> topics;
    private final OpeningHours times;

    /** @param detailField what the list calls the detail */
    ItemDraft(
            ItemKind kind,
            @Nullable String unit,
            @Nullable String title,
            String detailField,
            @Nullable String detail,
            @Nullable List<@Nullable String> topics,
            @Nullable List<@Nullable SpanRequest> times) {
        this.kind = kind;
        this.unit = fields.branchOrStreet("unit", unit);
        this.title = Objects.requireNonNull(text("title", title));
        this.detail = text(detailField, detail);
        List<@Nullable String> words = Objects.requireNonNullElse(topics, List.<@Nullable String>of());
        for (int at = 0; at < words.size(); at++) {
            text("topics[" + at + "]", words.get(at));
        }
        this.topics = Topics.of(words.stream().map(Objects::requireNonNull).toList());
        this.times = TimeSpans.read(fields, times);
    }

    /** Absent where blank. A number that names a person is a fault. */
    @Nullable
    String text(String field, @Nullable String given) {
        if (given == null || Texts.isBlank(given)) {
            return null;
        }
        if (PersonalNumbers.in(given)) {
            fields.add(field, PersonalNumbers.FAULT, "words without personal data: the branch knows whom");
        }
        return Texts.trimmed(given);
    }

    void fault(String field, String reason, String expected) {
        fields.add(field, reason, expected);
    }

    /** @throws org.linli.platform.problem.ProblemException (422) with every field at fault */
    ItemTerms need(
            @Nullable String forWhom, @Nullable Integer people, @Nullable Money budget, @Nullable Evidence from) {
        return terms(
                text("forWhom", forWhom),
                people,
                fields.amountFromZero("budget", budget),
                List.of(),
                null,
                from,
                List.of(),
                List.of());
    }

    ItemTerms resource(@Nullable Integer quantity, @Nullable Money amount) {
        return terms(
                null, quantity, fields.amountFromZero("amount", amount), List.of(), null, null, List.of(), List.of());
    }

    ItemTerms project(
            @Nullable Integer people,
            @Nullable Money budget,
            List<CooperationMode> modes,
            @Nullable String line,
            List<UUID> needs,
            List<UUID> resources) {
        return terms(null, people, fields.amountFromZero("budget", budget), modes, line, null, needs, resources);
    }

    private ItemTerms terms(
            @Nullable String forWhom,
            @Nullable Integer quantity,
            @Nullable Money money,
            List<CooperationMode> modes,
            @Nullable String line,
            @Nullable Evidence evidence,
            List<UUID> needs,
            List<UUID> resources) {
        fields.refuse("The item is not valid");
        return new ItemTerms(
                unit, kind, title, detail, topics, forWhom, quantity, money, times, modes, line, evidence, needs,
                resources);
    }
}
