package org.linli.partner.matching;

import org.jspecify.annotations.Nullable;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitLevel;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what speaks for two things going together. Each fact is found by itself, so one more never takes another away. */
final class Facts {

    private static final int TOPICS = 3;
    private static final int STREET = UnitLevel.STREET.digits();

    private Facts() {}

    static List<Reason> between(Profile one, Profile other, Weights weights) {
        return Stream.of(
                        named(one, other, weights),
                        topics(one, other, weights),
                        place(one, other, weights),
                        time(one, other, weights),
                        capacity(one, other, weights),
                        budget(one, other, weights),
                        mode(one, other, weights),
                        standing(one, other, weights))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable Reason named(Profile one, Profile other, Weights weights) {
        return one.named().contains(other.id()) || other.named().contains(one.id())
                ? reason(Fact.NAMED, weights, "已列明", "One names the other")
                : null;
    }

    private static @Nullable Reason topics(Profile one, Profile other, Weights weights) {
        TreeSet<String> shared = new TreeSet<>();
        one.topics().stream().filter(topic -> has(other, topic)).forEach(shared::add);
        other.topics().stream().filter(topic -> has(one, topic)).forEach(shared::add);
        int points = weights.of(Fact.TOPIC) * Math.min(TOPICS, shared.size());
        String words = String.join("、", shared);
        return shared.isEmpty() ? null : new Reason(Fact.TOPIC, points, "共同主题：" + words, "Shared topics: " + words);
    }

    private static boolean has(Profile profile, String topic) {
        return profile.topics().contains(topic) || profile.words().contains(topic);
    }

    private static @Nullable Reason place(Profile one, Profile other, Weights weights) {
        String mine = one.unit().value();
        String theirs = other.unit().value();
        if (mine.equals(theirs)) {
            return reason(Fact.SAME_UNIT, weights, "同一单位", "The same unit");
        }
        return mine.length() >= STREET && theirs.length() >= STREET && theirs.startsWith(mine.substring(0, STREET))
                ? reason(Fact.SAME_STREET, weights, "同一街道", "The same street")
                : null;
    }

    private static @Nullable Reason time(Profile one, Profile other, Weights weights) {
        return Overlap.of(one.times(), other.times())
                .map(overlap -> reason(Fact.TIME, weights, "时间合适：" + overlap.zh(), "Times overlap: " + overlap.en()))
                .orElse(null);
    }

    private static @Nullable Reason capacity(Profile one, Profile other, Weights weights) {
        Profile room = one.kind() == MatchKind.ROOM ? one : other;
        Profile asked = room == one ? other : one;
        return room.kind() == MatchKind.ROOM
                        && room.people() != null
                        && asked.people() != null
                        && room.people() >= asked.people()
                ? reason(
                        Fact.CAPACITY,
                        weights,
                        "可容纳 " + room.people() + " 人，需要 " + asked.people() + " 人",
                        "Holds " + room.people() + ", asked for " + asked.people())
                : null;
    }

    private static @Nullable Reason budget(Profile one, Profile other, Weights weights) {
        Profile there = one.kind() == MatchKind.MONEY ? one : other;
        Profile asked = there == one ? other : one;
        return there.kind() == MatchKind.MONEY
                        && there.money() != null
                        && asked.money() != null
                        && !there.money().isLessThan(asked.money())
                ? reason(
                        Fact.BUDGET,
                        weights,
                        "资金 " + Yuan.format(there.money()) + " 元，足够预算 " + Yuan.format(asked.money()) + " 元",
                        "¥" + Yuan.format(there.money()) + " covers ¥" + Yuan.format(asked.money()))
                : null;
    }

    private static @Nullable Reason mode(Profile one, Profile other, Weights weights) {
        TreeSet<String> shared = new TreeSet<>(one.modes());
        shared.retainAll(other.modes());
        String words = String.join(", ", shared);
        return shared.isEmpty() ? null : reason(Fact.MODE, weights, "合作方式相符：" + words, "Mode fits: " + words);
    }

    private static @Nullable Reason standing(Profile one, Profile other, Weights weights) {
        Profile proposal = one.kind() == MatchKind.PROPOSAL ? one : other;
        return proposal.kind() == MatchKind.PROPOSAL && proposal.standing()
                ? reason(Fact.STANDING, weights, "合伙人在本街道未被暂停", "The partner is active in this street")
                : null;
    }

    private static Reason reason(Fact fact, Weights weights, String zh, String en) {
        return new Reason(fact, weights.of(fact), zh, en);
    }
}
