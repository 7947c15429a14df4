package org.linli.partner.trial;

import org.linli.partner.PartnerSteps;
import org.linli.partner.proposal.ProposalSteps;
import org.linli.partner.room.RoomSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestTokens;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What branches and residents do with trials, over HTTP with their own rights. */
public final class TrialSteps {

    private final ServiceUnderTest service;
    private final RoomSteps rooms;
    private final ProposalSteps proposals;

    public TrialSteps(ServiceUnderTest service) {
        this.service = service;
        this.rooms = new RoomSteps(new PartnerSteps(service.http()));
        this.proposals = new ProposalSteps(service);
    }

    public RoomSteps rooms() {
        return rooms;
    }

    public WebTestClient head(String branch) {
        return service.http().as(Role.BRANCH_HEAD, branch);
    }

    public WebTestClient of(Role role, String unit) {
        return service.http().as(role, unit);
    }

    public WebTestClient resident(String branch, int number) {
        return service.http().bearing(TestTokens.tokenOf("resident-" + number, List.of(Role.RESIDENT), branch));
    }

    /** @return id of a proposal of the street's partner that the branch has put on trial */
    public String onTrial(String branch) {
        String street = branch.substring(0, 9);
        String proposal =
                proposals.submitted(proposals.partner(street), proposals.calls().publishedCall(branch));
        proposals.command(head(branch), proposal, "trial", null);
        return proposal;
    }

    public static Map<String, Object> trial(String proposal) {
        return new HashMap<>(Map.of("proposalId", proposal, "questions", List.of("内容实用", "老师耐心")));
    }

    /** @return id of a trial that has begun */
    public String started(String branch) {
        return rooms.post(head(branch), "/trials", trial(onTrial(branch)), 201)
                .get("id")
                .asString();
    }

    public static Map<String, Object> session(String room, int daysAhead, int seats) {
        Map<String, Object> session =
                new HashMap<>(RoomSteps.booking(room, RoomSteps.day(daysAhead), "18:00", "19:30"));
        session.keySet().removeAll(List.of("purpose", "kind"));
        session.put("capacity", seats);
        return session;
    }

    /** @return id of a session of the trial, in a room of its own */
    public String planned(String branch, String trial, int seats) {
        return rooms.post(head(branch), "/trials/" + trial + "/sessions", session(rooms.open(branch), 3, seats), 201)
                .get("id")
                .asString();
    }

    public String code(String branch, String session) {
        return rooms.get(head(branch), "/trial-sessions/" + session + "/code")
                .get("code")
                .asString();
    }

    /** Moves a session so that it began so many minutes ago and lasts an hour: nobody waits three days for a test. */
    public void begun(String session, int minutesAgo) {
        try (var connection = service.database().connect();
                var statement = connection.prepareStatement("""
                        UPDATE trial_session SET starts_at = now() - make_interval(mins => ?),
                               ends_at = now() - make_interval(mins => ?) + interval '1 hour' WHERE id = ?::uuid
                        """)) {
            statement.setInt(1, minutesAgo);
            statement.setInt(2, minutesAgo);
            statement.setString(3, session);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
