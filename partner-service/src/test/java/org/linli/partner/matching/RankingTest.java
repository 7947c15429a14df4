package org.linli.partner.matching;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.linli.partner.room.OpeningHours;
import org.linli.partner.room.TimeOfDay;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class RankingTest {

    private static final List<String> WORDS = List.of("书法", "长者", "舞蹈", "国画", "饭堂");
    private static final Weights WEIGHTS = weights(10);

    @Test
    void every_fact_is_said_in_both_languages_with_its_points() {
        UUID id = new UUID(1, 1);
        Profile need = new Profile(
                id,
                MatchKind.NEED,
                UnitCode.of("440703006101"),
                null,
                "长者书法班",
                Set.of("书法", "长者"),
                "长者书法班",
                saturday(18, 20),
                36,
                Yuan.ofFen(300_000),
                Set.of("VENUE_COOPERATION"),
                Set.of(),
                true);
        Profile room = profile(MatchKind.ROOM, "440703006102", Set.of(), saturday(19, 22), 60, null, Set.of());
        Profile money = profile(MatchKind.MONEY, "440703006", Set.of(), saturday(8, 9), null, 300_000L, Set.of());
        Profile proposal =
                profile(MatchKind.PROPOSAL, "440703006101", Set.of("书法"), saturday(8, 9), null, null, Set.of(id));
        List<Match> ranked = Ranking.of(need, List.of(room, money, proposal), WEIGHTS);
        assertThat(ranked)
                .extracting(match -> match.profile().kind())
                .containsExactly(MatchKind.PROPOSAL, MatchKind.ROOM, MatchKind.MONEY);
        assertThat(ranked.get(1).reasons())
                .containsExactly(
                        new Reason(Fact.SAME_STREET, 10, "同一街道", "The same street"),
                        new Reason(Fact.TIME, 10, "时间合适：周六 19:00–20:00", "Times overlap: Saturday 19:00–20:00"),
                        new Reason(Fact.CAPACITY, 10, "可容纳 60 人，需要 36 人", "Holds 60, asked for 36"));
        assertThat(ranked.get(2).reasons()).extracting(Reason::fact).containsExactly(Fact.SAME_STREET, Fact.BUDGET);
        assertThat(ranked.getFirst().reasons())
                .extracting(Reason::fact)
                .containsExactly(Fact.NAMED, Fact.TOPIC, Fact.SAME_UNIT, Fact.STANDING);
    }

    @Test
    void to_be_near_or_in_good_standing_alone_is_no_match() {
        Profile need = profile(MatchKind.NEED, "440703006101", Set.of("书法"), saturday(8, 9), 10, null, Set.of());
        Profile proposal =
                profile(MatchKind.PROPOSAL, "440703006101", Set.of("饭堂"), saturday(9, 10), null, null, Set.of());
        Profile small = profile(MatchKind.ROOM, "440703006101", Set.of(), saturday(10, 11), 9, null, Set.of());
        assertThat(Ranking.of(need, List.of(proposal, small), WEIGHTS)).isEmpty();
    }

    @Test
    void like_never_goes_with_like_and_every_kind_is_asked_for_somehow() {
        for (MatchKind kind : MatchKind.values()) {
            assertThat(kind.partners()).doesNotContain(kind);
            List<MatchKind> asked = new ArrayList<>();
            for (MatchKind.Asked one : MatchKind.Asked.values()) {
                asked.addAll(kind.partners(one));
            }
            assertThat(asked).containsExactlyInAnyOrderElementsOf(kind.partners());
        }
    }

    @RepeatedTest(50)
    void the_order_of_candidates_does_not_matter(RepetitionInfo repetition) {
        Random random = new Random(20_261_122L + repetition.getCurrentRepetition());
        Profile subject = someProfile(MatchKind.NEED, random);
        List<Profile> candidates = someCandidates(random);
        List<Match> ranked = Ranking.of(subject, candidates, WEIGHTS);
        Collections.shuffle(candidates, random);
        assertThat(Ranking.of(subject, candidates, WEIGHTS)).isEqualTo(ranked);
        assertThat(ranked)
                .allSatisfy(match -> assertThat(match.score())
                        .isEqualTo(match.reasons().stream()
                                .mapToInt(Reason::points)
                                .sum()));
    }

    @RepeatedTest(50)
    void one_fact_more_never_lowers_the_rank(RepetitionInfo repetition) {
        Random random = new Random(7L + repetition.getCurrentRepetition());
        Profile subject = someProfile(MatchKind.NEED, random);
        List<Profile> candidates = someCandidates(random);
        Weights weights = weights(random.nextInt(30));
        Profile one = candidates.get(random.nextInt(candidates.size()));
        int before = rank(subject, candidates, one, weights);
        Profile better = switch (random.nextInt(4)) {
            case 0 -> with(one, subject.topics(), one.times(), one.named());
            case 1 -> with(one, one.topics(), subject.times(), one.named());
            case 2 -> with(one, one.topics(), one.times(), Set.of(subject.id()));
            default -> with(one, subject.topics(), subject.times(), Set.of(subject.id()));
        };
        candidates.set(candidates.indexOf(one), better);
        assertThat(rank(subject, candidates, better, weights)).isLessThanOrEqualTo(before);
    }

    private static int rank(Profile subject, List<Profile> candidates, Profile one, Weights weights) {
        List<UUID> ranked = Ranking.of(subject, candidates, weights).stream()
                .map(match -> match.profile().id())
                .toList();
        int at = ranked.indexOf(one.id());
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /** The same with topics and times added to what it had. */
    private static Profile with(Profile one, Set<String> topics, OpeningHours times, Set<UUID> named) {
        Set<String> all = new HashSet<>(one.topics());
        all.addAll(topics);
        List<OpeningHours.Opening> openings = new ArrayList<>(one.times().openings());
        openings.addAll(times.openings());
        return new Profile(
                one.id(),
                one.kind(),
                one.unit(),
                null,
                one.title(),
                all,
                one.words(),
                new OpeningHours(openings),
                one.people(),
                one.money(),
                one.modes(),
                named,
                one.standing());
    }

    private static List<Profile> someCandidates(Random random) {
        MatchKind[] kinds = {MatchKind.ROOM, MatchKind.PERSON, MatchKind.MONEY, MatchKind.PROPOSAL, MatchKind.PROJECT};
        return new ArrayList<>(IntStream.range(0, 12)
                .mapToObj(n -> someProfile(kinds[random.nextInt(kinds.length)], random))
                .toList());
    }

    private static Profile someProfile(MatchKind kind, Random random) {
        Set<String> topics = new HashSet<>();
        IntStream.range(0, random.nextInt(3)).forEach(n -> topics.add(WORDS.get(random.nextInt(WORDS.size()))));
        int from = random.nextInt(8, 20);
        return profile(
                kind,
                random.nextBoolean() ? "440703006101" : "440703006102",
                topics,
                saturday(from, from + random.nextInt(1, 4)),
                random.nextInt(1, 60),
                (long) random.nextInt(1, 5000),
                Set.of());
    }

    private static Profile profile(
            MatchKind kind,
            String unit,
            Set<String> topics,
            OpeningHours times,
            Integer people,
            Long fen,
            Set<UUID> named) {
        return new Profile(
                UUID.randomUUID(),
                kind,
                UnitCode.of(unit),
                null,
                kind.name(),
                topics,
                String.join(" ", topics),
                times,
                people,
                fen == null ? null : Yuan.ofFen(fen),
                Set.of(),
                named,
                true);
    }

    private static OpeningHours saturday(int from, int to) {
        return new OpeningHours(
                List.of(new OpeningHours.Opening(DayOfWeek.SATURDAY, TimeOfDay.of(from, 0), TimeOfDay.of(to, 0))));
    }

    private static Weights weights(int points) {
        Map<Fact, Integer> all = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            all.put(fact, points);
        }
        return new Weights(all);
    }
}
