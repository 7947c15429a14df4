package org.linli.partner.proposal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.proposal.application.ProposalFilter;
import org.linli.partner.proposal.application.Proposals;
import org.linli.partner.search.Search;
import org.linli.partner.search.Searchable;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.security.Visibility;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.linli.platform.unit.Scope;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** What the index finds is what a look at every row finds, and it is the index that finds it. */
@LinliTest
class ProposalSearchIT {

    private static final String ALPHABET = "书法班长者饭堂太极拳健康讲座乐龄中医义诊手工编织亲子阅读重阳音乐行走";
    private static final int ROWS = 3_000;

    @Autowired
    ServiceUnderTest service;

    @Autowired
    Proposals proposals;

    private final long seed = Long.getLong("linli.search.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Row> rows = new ArrayList<>();
    private String branch;

    private record Row(UUID id, Searchable searchable) {}

    @BeforeEach
    void manyProposals() throws SQLException {
        ProposalSteps steps = new ProposalSteps(service);
        branch = Histories.freshStreet() + "101";
        UUID call = UUID.fromString(steps.calls().publishedCall(branch));
        UUID partner = UUID.fromString(steps.calls()
                .get(service.http().as(Role.PARTNER, partnerOf(steps)), "/partners", 200)
                .get("items")
                .get(0)
                .get("id")
                .asString());
        try (Connection connection = service.database().connect()) {
            insert(connection, call, partner);
        }
    }

    private String partnerOf(ProposalSteps steps) {
        steps.partner(branch.substring(0, 9));
        return branch.substring(0, 9);
    }

    private void insert(Connection connection, UUID call, UUID partner) throws SQLException {
        try (var insert = connection.prepareStatement("""
                        WITH made AS (
                            INSERT INTO proposal (id, call_id, unit_code, partner_id, partner_name, state,
                                first_submitted, submitted_version, submitted_by, submitted_at, created_by, created_at,
                                search_text, search_initials, grams)
                            VALUES (?, ?, ?, ?, '墨香书院', 'SUBMITTED', 1, 1, 'x', now(), 'x', now(), ?, ?, ?)
                            RETURNING id)
                        INSERT INTO proposal_version (proposal_id, number, title, summary, documents, saved_by, saved_at)
                        SELECT id, 1, 't', 's', '[]', 'x', now() FROM made
                        """)) {
            for (int i = 0; i < ROWS; i++) {
                Row row = new Row(new UUID(0x01a0000000007000L + i, random.nextLong()), Searchable.of(text(), text()));
                rows.add(row);
                insert.setObject(1, row.id());
                insert.setObject(2, call);
                insert.setString(3, branch);
                insert.setObject(4, partner);
                insert.setString(5, row.searchable().text());
                insert.setString(6, row.searchable().initials());
                insert.setArray(
                        7,
                        connection.createArrayOf(
                                "text", row.searchable().grams().toArray()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        service.database().execute("VACUUM ANALYZE proposal");
    }

    @Test
    void finds_by_the_index_what_a_plain_scan_finds() {
        for (int i = 0; i < 60; i++) {
            String q = i % 3 == 0 ? initials() : part(text(), 1 + random.nextInt(3));
            Set<UUID> found = Set.copyOf(found(q));
            assertThat(found).as("seed %d, q=%s", seed, q).isEqualTo(scanned(q));
        }
    }

    @Test
    void two_characters_and_initials_both_go_by_the_index() throws SQLException {
        for (String q : List.of("书法太极", "义诊", "sfbz")) {
            assertThat(plan(q)).as(q).contains("Bitmap Index Scan on proposal_grams");
        }
    }

    private List<UUID> found(String q) {
        var staff = new Actor("head", "head", Set.of(Role.BRANCH_HEAD), Scope.of(branch));
        var filter = new ProposalFilter(Scope.everywhere(), "", null, null, Search.of(q));
        return proposals
                .page(Visibility.ofStaff(staff), filter, new PageRequest(null, 4_999))
                .block(Duration.ofSeconds(10))
                .items()
                .stream()
                .map(found -> found.id())
                .toList();
    }

    private Set<UUID> scanned(String q) {
        return rows.stream()
                .filter(row -> row.searchable().text().contains(q)
                        || q.matches("[a-z]{2,}") && row.searchable().initials().contains(q))
                .map(Row::id)
                .collect(java.util.stream.Collectors.toSet());
    }

    /** The plan of the condition as the list asks it. */
    private String plan(String q) throws SQLException {
        Search search = Search.of(q);
        try (Connection connection = service.database().connect();
                var explain = connection.prepareStatement("EXPLAIN SELECT p.id FROM proposal p WHERE "
                        + search.condition("p").replaceAll(":(grams|initials|words)", "?"))) {
            var names = Pattern.compile(":(grams|initials|words)")
                    .matcher(search.condition("p"))
                    .results()
                    .map(name -> name.group(1))
                    .toList();
            for (int i = 0; i < names.size(); i++) {
                var value = search.values().get(names.get(i));
                explain.setArray(i + 1, connection.createArrayOf("text", value.toArray()));
            }
            StringBuilder plan = new StringBuilder();
            var lines = explain.executeQuery();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append(random.nextInt(8) == 0 ? ' ' : ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String part(String text, int length) {
        return text.replace(" ", "").substring(0, length);
    }

    private String initials() {
        String all = Searchable.of(part(text(), 4)).initials();
        return all.substring(0, 2 + random.nextInt(3));
    }
}
