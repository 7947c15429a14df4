package org.linli.bench.proposals;

import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.proof.Division;
import org.linli.local.suite.Part;
import org.linli.local.suite.Suite;
import org.linli.local.suite.SuiteSettings;
import org.linli.partner.search.Searchable;
import org.linli.processes.PostgresProcess;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * partner-service with its parts, an open call, and a table full of proposals handed in by 1,348 branches' partners.
 *
 * @param call the open call's id
 * @param service asked past the gateway
 */
record ProposalFixture(Suite suite, String call, GatewayClient service) {

    static final String PARTNER = "partner1";

    private static final String BRANCH = "440703006107";
    private static final int BATCH = 1_000;

    private record Thing(String id) {}

    static ProposalFixture open(Suite suite, int proposals) throws SQLException {
        List.of(Part.POSTGRES, Part.KAFKA, Part.IDENTITY, Part.PARTNER).forEach(suite::start);
        SuiteSettings settings = suite.settings();
        GatewayClient service = new GatewayClient(
                settings.url(Part.PARTNER), settings.url(Part.IDENTITY), java.time.Duration.ofMinutes(1));
        String partner = service.post(PARTNER, "/api/partner/partners", partner(), "partner")
                .required(Thing.class)
                .id();
        String call = service.post(Clients.CLERK, "/api/partner/open-calls", openCall(), "call")
                .required(Thing.class)
                .id();
        service.post(Clients.HEAD, "/api/partner/open-calls/" + call + "/publication", Map.of(), "publication")
                .required(Thing.class);
        ProposalFixture ground = new ProposalFixture(suite, call, service);
        ground.fill(proposals, UUID.fromString(partner));
        return ground;
    }

    /** Of the registered partner; a token lives shorter than a bench. */
    String bearer() {
        return "Bearer " + service.token(PARTNER);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url() + "?reWriteBatchedInserts=true", PostgresProcess.USER, PostgresProcess.PASSWORD);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + suite.settings().port(Part.POSTGRES) + "/partner";
    }

    private static Map<String, Object> partner() {
        return Map.of("name", "杏林堂诊所", "kind", "FIRM", "creditCode", "91440703MA4UJ8G67U");
    }

    private static Map<String, Object> openCall() {
        return Map.of(
                "unit",
                BRANCH,
                "title",
                "社区服务合伙人",
                "seeking",
                "晚间与周末为居民服务",
                "modes",
                List.of("VENUE_COOPERATION"),
                "line",
                "TRAINING",
                "conditions",
                "收费不高于市场价的一半",
                "deadline",
                Instant.now()
                        .plus(30, ChronoUnit.DAYS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                "criteria",
                List.of(Map.of("code", "BENEFIT", "name", "公益性", "weight", 100)),
                "documents",
                List.of());
    }

    /** Rows as submissions leave them; the index is built once they are in. */
    private void fill(int proposals, UUID partner) throws SQLException {
        Random random = new Random(20_261_122L);
        List<Division> branches = Division.ofJiangmen();
        try (Connection connection = connect();
                var index = connection.createStatement()) {
            connection.setAutoCommit(false);
            index.execute("DROP INDEX proposal_grams");
            try (PreparedStatement rows = connection.prepareStatement("""
                            INSERT INTO proposal (id, call_id, unit_code, partner_id, partner_name, state,
                                first_submitted, submitted_version, submitted_by, submitted_at, created_by, created_at,
                                version, sequence, search_text, search_initials, grams)
                            VALUES (?, ?, ?, ?, ?, 'SUBMITTED', 1, 1, 'x', now(), 'x', now(), 2, 1, ?, ?, ?)
                            """);
                    PreparedStatement versions = connection.prepareStatement("""
                            INSERT INTO proposal_version (proposal_id, number, title, summary, mode, price,
                                market_price, share_percent, benefit_sessions, documents, saved_by, saved_at)
                            VALUES (?, 1, ?, ?, 'VENUE_COOPERATION', 6000, 12000, 15, 6, '[]', 'x', now())
                            """)) {
                for (int i = 0; i < proposals; i++) {
                    Offer offer = Offer.of(random);
                    UUID id = new UUID(0x0190_0000_0000_7000L + ((long) i << 16), random.nextLong());
                    add(rows, id, partner, branches.get(random.nextInt(branches.size())), offer);
                    addVersion(versions, id, offer);
                    if (i % BATCH == BATCH - 1 || i == proposals - 1) {
                        rows.executeBatch();
                        versions.executeBatch();
                        connection.commit();
                    }
                }
            }
            index.execute("CREATE INDEX proposal_grams ON proposal USING gin (grams)");
            connection.commit();
            connection.setAutoCommit(true);
            index.execute("VACUUM ANALYZE proposal");
            index.execute("VACUUM ANALYZE proposal_version");
        }
    }

    private void add(PreparedStatement rows, UUID id, UUID partner, Division branch, Offer offer) throws SQLException {
        Searchable found = Searchable.of(offer.title(), offer.summary(), offer.partner());
        rows.setObject(1, id);
        rows.setObject(2, UUID.fromString(call));
        rows.setString(3, branch.code());
        rows.setObject(4, partner);
        rows.setString(5, offer.partner());
        rows.setString(6, found.text());
        rows.setString(7, found.initials());
        rows.setArray(
                8, rows.getConnection().createArrayOf("text", found.grams().toArray()));
        rows.addBatch();
    }

    private static void addVersion(PreparedStatement versions, UUID id, Offer offer) throws SQLException {
        versions.setObject(1, id);
        versions.setString(2, offer.title());
        versions.setString(3, offer.summary());
        versions.addBatch();
    }
}
