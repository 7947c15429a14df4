package org.linli.company.entry.application;

import org.linli.company.entry.Entry;
import org.linli.company.entry.EntryDraft;
import org.linli.company.entry.EntryRules;
import org.linli.company.entry.StoredEntry;
import org.linli.company.entry.store.Entries;
import org.linli.company.line.BusinessLines;
import org.linli.company.unit.Units;
import org.linli.platform.problem.FieldError;
import org.linli.platform.security.Actor;
import org.linli.platform.text.Identifiers;
import org.linli.platform.unit.UnitCode;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records entries, each by itself: a bad one holds up no good one, the same one again changes nothing. Runs inside
 * the caller's transaction.
 */
@Service
public class RecordEntries {

    private final Units units;
    private final BusinessLines lines;
    private final Entries entries;

    RecordEntries(Units units, BusinessLines lines, Entries entries) {
        this.units = units;
        this.lines = lines;
        this.entries = entries;
    }

    /** @return one outcome a draft, in their order */
    public Mono<List<EntryOutcome>> record(List<EntryDraft> drafts, Actor actor) {
        return rules(drafts, actor).flatMap(rules -> {
            List<EntryRules.Checked> checked = drafts.stream().map(rules::check).toList();
            return add(firstOfEachNumber(checked), actor).map(books -> outcomes(drafts, checked, books));
        });
    }

    private Mono<EntryRules> rules(List<EntryDraft> drafts, Actor actor) {
        Set<UnitCode> named = drafts.stream()
                .flatMap(draft -> Stream.of(UnitCode.parse(draft.unit()), UnitCode.parse(draft.counterparty())))
                .flatMap(java.util.Optional::stream)
                .collect(Collectors.toSet());
        return units.known(named)
                .flatMap(known -> lines.activeCodes().map(active -> new EntryRules(known, active, actor.scope())));
    }

    private static List<Entry> firstOfEachNumber(List<EntryRules.Checked> checked) {
        Map<String, Entry> first = new LinkedHashMap<>();
        for (EntryRules.Checked one : checked) {
            if (one instanceof EntryRules.Checked.Valid right) {
                first.putIfAbsent(Identifiers.key(right.entry().entryNo()), right.entry());
            }
        }
        return List.copyOf(first.values());
    }

    private Mono<Books> add(List<Entry> fresh, Actor actor) {
        if (fresh.isEmpty()) {
            return Mono.just(new Books(Set.of(), Map.of()));
        }
        List<String> numbers = fresh.stream().map(Entry::entryNo).toList();
        return entries.add(fresh, actor.subject())
                .flatMap(added -> entries.standing(numbers).map(standing -> new Books(added, standing)));
    }

    private static List<EntryOutcome> outcomes(List<EntryDraft> drafts, List<EntryRules.Checked> checked, Books books) {
        List<EntryOutcome> outcomes = new ArrayList<>();
        Set<String> told = new java.util.HashSet<>();
        for (int i = 0; i < checked.size(); i++) {
            String number = java.util.Objects.requireNonNullElse(drafts.get(i).entryNo(), "");
            outcomes.add(
                    switch (checked.get(i)) {
                        case EntryRules.Checked.Invalid wrong -> EntryOutcome.refused(number, wrong.mistakes());
                        case EntryRules.Checked.Valid right ->
                            books.outcome(right.entry(), told.add(Identifiers.key(number)));
                    });
        }
        return outcomes;
    }

    /** @param added numbers that were free before; @param standing what now stands under all numbers of the batch */
    private record Books(Set<String> added, Map<String, StoredEntry> standing) {

        EntryOutcome outcome(Entry entry, boolean first) {
            StoredEntry there = java.util.Objects.requireNonNull(standing.get(Identifiers.key(entry.entryNo())));
            if (!there.entry().saysTheSameAs(entry)) {
                return taken(entry, "already used with other content");
            }
            if (there.withdrawn() != null) {
                return taken(entry, "already used by an entry that was withdrawn");
            }
            return first && added.contains(entry.entryNo())
                    ? EntryOutcome.accepted(entry.entryNo())
                    : EntryOutcome.unchanged(entry.entryNo());
        }

        private static EntryOutcome taken(Entry entry, String reason) {
            return EntryOutcome.refused(
                    entry.entryNo(),
                    List.of(new FieldError(
                            "entryNo", reason, "a new number; to correct an entry, reverse it by another one")));
        }
    }
}
