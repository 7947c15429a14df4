package org.linli.partner.lists.web;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.lists.Evidence;
import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemTerms;
import org.linli.partner.lists.Topics;
import org.linli.partner.room.OpeningHours;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;
import org.linli.platform.text.PersonalNumbers;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.UnitCode;
import org.linli.platform.unit.UnitLevel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Reads what all three lists ask, and collects everything that is wrong with it. */
final class ItemDraft {

    private final List<FieldError> errors = new ArrayList<>();

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
        this.unit = UnitCode.parse(unit)
                .filter(code -> code.isCommunity() || code.level() == UnitLevel.STREET)
                .orElseThrow(() -> Problem.invalid("The item is not valid")
                        .field("unit", "neither branch nor street", "a branch's code of 12 digits or a street's of 9")
                        .exception());
        this.title = Objects.requireNonNull(text("title", title));
        this.detail = text(detailField, detail);
        List<@Nullable String> words = Objects.requireNonNullElse(topics, List.<@Nullable String>of());
        for (int at = 0; at < words.size(); at++) {
            text("topics[" + at + "]", words.get(at));
        }
        this.topics = Topics.of(words.stream().map(Objects::requireNonNull).toList());
        this.times = TimeSpans.read(times, errors);
    }

    /** Absent where blank. A number that names a person is a fault. */
    @Nullable
    String text(String field, @Nullable String given) {
        if (given == null || Texts.isBlank(given)) {
            return null;
        }
        if (PersonalNumbers.in(given)) {
            errors.add(
                    new FieldError(field, PersonalNumbers.FAULT, "words without personal data: the branch knows whom"));
        }
        return Texts.trimmed(given);
    }

    @Nullable
    Money money(String field, @Nullable Money given) {
        if (given != null
                && (given.isNegative() || Yuan.parse(Yuan.format(given)).isEmpty())) {
            errors.add(new FieldError(field, "out of range", "zero or more; " + Yuan.EXPECTED));
        }
        return given;
    }

    void fault(String field, String reason, String expected) {
        errors.add(new FieldError(field, reason, expected));
    }

    /** @throws org.linli.platform.problem.ProblemException (422) with every field at fault */
    ItemTerms need(
            @Nullable String forWhom, @Nullable Integer people, @Nullable Money budget, @Nullable Evidence from) {
        return terms(
                text("forWhom", forWhom), people, money("budget", budget), List.of(), null, from, List.of(), List.of());
    }

    ItemTerms resource(@Nullable Integer quantity, @Nullable Money amount) {
        return terms(null, quantity, money("amount", amount), List.of(), null, null, List.of(), List.of());
    }

    ItemTerms project(
            @Nullable Integer people,
            @Nullable Money budget,
            List<CooperationMode> modes,
            @Nullable String line,
            List<UUID> needs,
            List<UUID> resources) {
        return terms(null, people, money("budget", budget), modes, line, null, needs, resources);
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
        if (!errors.isEmpty()) {
            throw Problem.invalid("The item is not valid").fields(errors).exception();
        }
        return new ItemTerms(
                unit, kind, title, detail, topics, forWhom, quantity, money, times, modes, line, evidence, needs,
                resources);
    }
}
