package org.linli.partner.room;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.partner.room.RoomSteps.booking;
import static org.linli.partner.room.RoomSteps.day;

/** Whose a branch's rooms are first, and how much of them. */
@LinliTest
class SharingIT {

    @Autowired
    ServiceUnderTest service;

    private RoomSteps steps;
    private String branch;
    private WebTestClient clerk;

    @BeforeEach
    void branch() {
        steps = new RoomSteps(new PartnerSteps(service.http()));
        branch = Histories.freshStreet() + "101";
        clerk = steps.clerk(branch);
    }

    @Test
    void offices_never_have_more_than_a_fifth() {
        String room = steps.open(branch);
        // Open 14 hours a day: a fifth of the shortest month is five whole days and a bit, of the longest six and a
        // bit.
        LocalDate first = day(32).withDayOfMonth(1);
        for (int n = 0; n < 5; n++) {
            steps.post(clerk, "/bookings", office(room, first.plusDays(n)), 201);
        }
        clerk.post()
                .uri("/api/partner/bookings")
                .bodyValue(office(room, first.plusDays(5)))
                .exchange();
        JsonNode refused = steps.post(clerk, "/bookings", office(room, first.plusDays(6)), 409);
        assertThat(refused.get("type").asString()).endsWith("/office-share-used");
        steps.post(clerk, "/bookings", booking(room, first.plusDays(8), "08:00", "22:00"), 201);
    }

    @Test
    void offices_have_no_more_than_a_fifth_of_the_month_into_which_they_stay() {
        Map<String, Object> always = RoomSteps.room(branch, "通宵自习室");
        always.put(
                "hours",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> Map.of("weekday", day.name(), "opens", "00:00", "closes", "24:00"))
                        .toList());
        String room = steps.open(always).get("id").asString();
        // Open around the clock: a fifth of a month is 134 to 149 hours, and five days of it are 120.
        LocalDate first = day(32).withDayOfMonth(1);
        Map<String, Object> overTheEnd = office(room, first.minusDays(1));
        overTheEnd.put("to", first.plusDays(5) + "T00:00:00+08:00");
        steps.post(clerk, "/bookings", overTheEnd, 201);
        Map<String, Object> more = office(room, first.plusDays(5));
        more.put("from", first.plusDays(5) + "T00:00:00+08:00");
        more.put("to", first.plusDays(6) + "T06:00:00+08:00");
        JsonNode refused = steps.post(clerk, "/bookings", more, 409);
        assertThat(refused.get("type").asString()).endsWith("/office-share-used");
        assertThat(refused.get("detail").asString())
                .startsWith(first.toString().substring(0, 7))
                .contains("7200 are used");
    }

    @Test
    void residents_come_before_partners() {
        String room = steps.open(branch);
        WebTestClient partner = steps.partner(branch.substring(0, 9));
        Map<String, Object> far = booking(room, day(40), "18:00", "19:00");
        far.put("kind", "SERVICE");
        steps.post(partner, "/service-bookings", far, 422);
        steps.post(clerk, "/bookings", booking(room, day(40), "18:00", "19:00"), 201);
        Map<String, Object> near = booking(room, day(20), "18:00", "19:00");
        near.remove("kind");
        JsonNode booked = steps.post(partner, "/service-bookings", near, 201);
        assertThat(booked.get("kind").asString()).isEqualTo("SERVICE");
        assertThat(steps.get(partner, "/bookings").get("items")).hasSize(1);
    }

    @Test
    void hq_sets_how_its_rooms_are_shared_out_and_never_more_than_a_fifth_for_offices() {
        WebTestClient hq = service.http().as(Role.HQ, branch.substring(0, 9));
        String rule = "/api/partner/room-sharing/" + branch.substring(0, 9);
        hq.put()
                .uri(rule)
                .bodyValue(Map.of("officeRate", "0.21", "serviceRate", "0.5", "serviceDaysAhead", 60))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("officeRate");
        hq.put()
                .uri(rule)
                .bodyValue(Map.of("officeRate", "0.1", "serviceRate", "0.5", "serviceDaysAhead", 60))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(steps.get(clerk, "/room-sharing/" + branch).get("officeRate").asString())
                .isEqualTo("0.1000");

        Map<String, Object> far = booking(steps.open(branch), day(40), "18:00", "19:00");
        far.remove("kind");
        steps.post(steps.partner(branch.substring(0, 9)), "/service-bookings", far, 201);
    }

    @Test
    void a_suspended_partner_books_nothing_in_that_street() {
        String street = branch.substring(0, 9);
        String room = steps.open(branch);
        WebTestClient partner = steps.partner(street);
        String id = new PartnerSteps(service.http()).partner(street).get("id").asString();
        Map<String, Object> suspension = Map.of("street", street, "state", "SUSPENDED", "reason", "无证经营");
        steps.post(service.http().as(Role.HQ, street), "/partners/" + id + "/standings", suspension, 200);
        Map<String, Object> wish = booking(room, day(3), "18:00", "19:00");
        wish.put("kind", "SERVICE");
        JsonNode refused = steps.post(partner, "/service-bookings", wish, 409);
        assertThat(refused.get("type").asString()).endsWith("/partner-suspended");
    }

    private static Map<String, Object> office(String room, LocalDate day) {
        Map<String, Object> office = booking(room, day, "08:00", "22:00");
        office.put("kind", "OFFICE");
        return office;
    }
}
