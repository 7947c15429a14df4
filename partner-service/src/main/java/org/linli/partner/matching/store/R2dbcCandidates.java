package org.linli.partner.matching.store;

import org.linli.partner.matching.Candidates;
import org.linli.partner.matching.MatchKind;
import org.linli.partner.matching.Profile;
import org.linli.partner.search.Searchable;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;

@Repository
class R2dbcCandidates implements Candidates {

    /** Items of a street's lists, and calls or proposals found by text, that are looked at; the latest ones. */
    private static final int LISTED = 2000;

    private static final int FOUND = 500;
    private static final int STREET = 9;

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcCandidates(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Profile> subject(Scope scope, MatchKind kind, UUID id) {
        String select = switch (kind) {
            case CALL -> ProfileRow.CALL + " WHERE c.id = :id AND c.unit_code LIKE ANY(:scope)";
            case PROPOSAL -> ProfileRow.PROPOSAL + " WHERE p.id = :id AND p.unit_code LIKE ANY(:scope)";
            case NEED, PROJECT, ROOM, EQUIPMENT, PERSON, MONEY ->
                ProfileRow.LISTED + " WHERE l.id = :id AND l.unit_code LIKE ANY(:scope) AND l.kind = '" + kind + "'";
        };
        return database.sql(select)
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(ProfileRow::read)
                .one();
    }

    @Override
    public Mono<List<Profile>> near(Scope scope, Profile subject, List<MatchKind> kinds) {
        List<MatchKind> listed = kinds.stream()
                .filter(kind -> kind != MatchKind.CALL && kind != MatchKind.PROPOSAL)
                .toList();
        return Flux.concat(
                        listed.isEmpty() ? Mono.<List<Profile>>empty() : listed(scope, subject, listed),
                        kinds.contains(MatchKind.CALL) ? calls(subject) : Mono.<List<Profile>>empty(),
                        kinds.contains(MatchKind.PROPOSAL) ? proposals(scope, subject) : Mono.<List<Profile>>empty())
                .flatMapIterable(found -> found)
                .collectList();
    }

    private Mono<List<Profile>> listed(Scope scope, Profile subject, List<MatchKind> kinds) {
        return database.sql(ProfileRow.LISTED + """
                         WHERE l.state = 'OPEN' AND l.unit_code LIKE :street AND l.kind = ANY(:kinds)
                           AND (l.kind = 'ROOM' OR l.unit_code LIKE ANY(:scope))
                         ORDER BY l.id DESC LIMIT :limit
                        """)
                .bind("street", street(subject) + "%")
                .bind("kinds", Columns.texts(kinds, MatchKind::name))
                .bind("scope", scope.likePatterns())
                .bind("limit", LISTED)
                .map(ProfileRow::read)
                .all()
                .collectList();
    }

    private Mono<List<Profile>> calls(Profile subject) {
        return database.sql(ProfileRow.CALL + """
                         WHERE c.state = 'PUBLISHED' AND c.deadline > :now AND c.unit_code LIKE :street
                           AND (c.grams && :pairs OR c.id = ANY(:named))
                         ORDER BY c.id DESC LIMIT :limit
                        """)
                .bind("now", clock.instant())
                .bind("street", street(subject) + "%")
                .bind("pairs", pairs(subject))
                .bind("named", subject.named().toArray(UUID[]::new))
                .bind("limit", FOUND)
                .map(ProfileRow::read)
                .all()
                .collectList();
    }

    private Mono<List<Profile>> proposals(Scope scope, Profile subject) {
        return database.sql(ProfileRow.PROPOSAL + """
                         WHERE p.first_submitted IS NOT NULL
                           AND p.state IN ('SUBMITTED', 'NEEDS_CHANGES', 'IN_TRIAL', 'ACCEPTED')
                           AND p.unit_code >= :within AND p.unit_code < :within || ':' AND p.unit_code LIKE ANY(:scope)
                           AND (p.grams && :pairs OR p.call_id = :subject)
                         ORDER BY p.id DESC LIMIT :limit
                        """)
                .bind("within", within(scope, subject))
                .bind("scope", scope.likePatterns())
                .bind("pairs", pairs(subject))
                .bind("subject", subject.id())
                .bind("limit", FOUND)
                .map(ProfileRow::read)
                .all()
                .collectList();
    }

    private static String street(Profile subject) {
        String unit = subject.unit().value();
        return unit.substring(0, Math.min(STREET, unit.length()));
    }

    /** The street, or the one unit of it that the scope holds: a range that an index finds, however many others there are. */
    private static String within(Scope scope, Profile subject) {
        SortedSet<String> own = scope.narrowedTo(street(subject)).prefixes();
        return own.size() == 1 ? own.first() : street(subject);
    }

    /** Pairs of characters of its topics; of a topic of one character that one. */
    private static String[] pairs(Profile subject) {
        return subject.topics().stream()
                .flatMap(topic -> {
                    int longest = Math.min(2, topic.codePointCount(0, topic.length()));
                    return Searchable.of(topic).grams().stream()
                            .filter(gram -> gram.codePointCount(0, gram.length()) == longest);
                })
                .distinct()
                .toArray(String[]::new);
    }
}
