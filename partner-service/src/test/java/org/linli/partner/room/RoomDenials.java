package org.linli.partner.room;

import org.linli.partner.PartnerSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.Call;
import org.linli.platform.testing.Owner;
import org.linli.platform.testing.Route;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.linli.partner.room.RoomSteps.booking;
import static org.linli.partner.room.RoomSteps.day;
import static org.linli.platform.security.Role.AUDITOR;
import static org.linli.platform.security.Role.BRANCH_CLERK;
import static org.linli.platform.security.Role.BRANCH_HEAD;
import static org.linli.platform.security.Role.CITY;
import static org.linli.platform.security.Role.HQ;
import static org.linli.platform.security.Role.PARTNER;

/** Who may do what with rooms and bookings. */
public final class RoomDenials {

    private static final String ROOMS = "rooms are offered to everybody who is signed in";
    private static final String BOOKED = "a partner books rooms of any unit, in its own name alone";

    private final RoomSteps steps;
    private final Owner owner;

    private RoomDenials(RoomSteps steps, Owner owner) {
        this.steps = steps;
        this.owner = owner;
    }

    public static List<Route> rows(PartnerSteps steps, Owner owner) {
        RoomDenials denials = new RoomDenials(new RoomSteps(steps), owner);
        denials.steps.partner(owner.street());
        return java.util.stream.Stream.of(denials.rooms(), denials.asking(), denials.bookings())
                .flatMap(List::stream)
                .toList();
    }

    private List<Route> rooms() {
        return List.of(
                staff("/rooms").call((own, role) -> Call.with().json(description())),
                Route.put("/api/partner/rooms/{id}")
                        .allowed(BRANCH_HEAD, BRANCH_CLERK)
                        .call((own, role) -> Call.with(room()).json(description())),
                everybody("/rooms", ROOMS).call((own, role) -> Call.with()),
                everybody("/rooms/{id}", ROOMS).call((own, role) -> Call.with(room())),
                everybody("/rooms/{id}/free", "times alone, without who holds the others")
                        .call((own, role) -> Call.with(room()).query("from=" + day(1) + "&to=" + day(2))),
                staff("/rooms/{id}/calendar").call((own, role) -> Call.with(room())),
                partners("/calendars", "the caller's own calendar: no other can be named")
                        .call((own, role) -> Call.with()),
                Route.delete("/api/partner/rooms/{id}/calendar")
                        .allowed(BRANCH_HEAD, BRANCH_CLERK)
                        .call((own, role) -> Call.with(room())),
                Route.delete("/api/partner/calendars")
                        .allowed(PARTNER)
                        .call((own, role) -> Call.with())
                        .belongsToAll("the caller's own calendar: no other can be named"),
                Route.get("/api/partner/public/calendars/{token}.ics")
                        .open("the token in the address is the right")
                        .call((own, role) -> Call.with(token())),
                Route.get("/api/partner/room-sharing/{unit}")
                        .allowed(CITY, HQ, BRANCH_HEAD, BRANCH_CLERK, AUDITOR)
                        .call((own, role) -> Call.with(own.branch())),
                Route.put("/api/partner/room-sharing/{unit}")
                        .allowed(CITY, HQ)
                        .call((own, role) -> Call.with(own.branch())
                                .json(Map.of("officeRate", 0.2, "serviceRate", 0.5, "serviceDaysAhead", 30))));
    }

    private List<Route> asking() {
        return List.of(
                staff("/bookings").call((own, role) -> Call.with().json(wish())),
                staff("/booking-series").call((own, role) -> Call.with().json(series(wish()))),
                staff("/waiting-list").call((own, role) -> Call.with().json(takenWish())),
                partners("/service-bookings", BOOKED)
                        .call((own, role) -> Call.with().json(service(wish()))),
                partners("/service-booking-series", BOOKED)
                        .call((own, role) -> Call.with().json(series(service(wish())))),
                partners("/service-waiting-list", BOOKED)
                        .call((own, role) -> Call.with().json(service(takenWish()))));
    }

    private List<Route> bookings() {
        return List.of(
                readers("/bookings")
                        .call((own, role) -> {
                            booked(role);
                            return Call.with();
                        })
                        .showsOnlyOwn(),
                readers("/bookings/{id}").call((own, role) -> Call.with(booked(role))),
                movers("/bookings/{id}/cancellation")
                        .call((own, role) -> Call.with(booked(role)).json(Map.of("reason", "改期"))),
                readers("/waiting-list")
                        .call((own, role) -> {
                            waiting(role);
                            return Call.with();
                        })
                        .showsOnlyOwn(),
                movers("/waiting-list/{id}/withdrawal").call((own, role) -> Call.with(waiting(role))));
    }

    private static Route staff(String path) {
        return Route.post("/api/partner" + path).allowed(BRANCH_HEAD, BRANCH_CLERK);
    }

    private static Route partners(String path, String why) {
        return Route.post("/api/partner" + path).allowed(PARTNER).belongsToAll(why);
    }

    private static Route movers(String path) {
        return Route.post("/api/partner" + path).allowed(BRANCH_HEAD, BRANCH_CLERK, PARTNER);
    }

    private static Route readers(String path) {
        return Route.get("/api/partner" + path).allowed(BRANCH_HEAD, BRANCH_CLERK, HQ, CITY, AUDITOR, PARTNER);
    }

    private static Route everybody(String path, String why) {
        return Route.get("/api/partner" + path).allowed(CITY, Role.values()).belongsToAll(why);
    }

    private Map<String, Object> description() {
        return RoomSteps.room(owner.branch(), "厅" + UUID.randomUUID());
    }

    private String room() {
        return steps.open(owner.branch());
    }

    private Map<String, Object> wish() {
        return booking(room(), day(3), "18:00", "19:00");
    }

    private Map<String, Object> takenWish() {
        Map<String, Object> wish = wish();
        steps.post(steps.clerk(owner.branch()), "/bookings", wish, 201);
        return wish;
    }

    private static Map<String, Object> service(Map<String, Object> wish) {
        wish.put("kind", "SERVICE");
        return wish;
    }

    private static Map<String, Object> series(Map<String, Object> first) {
        return Map.of("first", first, "rule", "FREQ=WEEKLY;COUNT=2", "skipHolidays", false);
    }

    private String booked(Role role) {
        return made(role == PARTNER ? "/service-bookings" : "/bookings", role, wish());
    }

    private String waiting(Role role) {
        return made(role == PARTNER ? "/service-waiting-list" : "/waiting-list", role, takenWish());
    }

    private String made(String path, Role role, Map<String, Object> wish) {
        var client = role == PARTNER ? steps.partner(owner.street()) : steps.clerk(owner.branch());
        return steps.post(client, path, role == PARTNER ? service(wish) : wish, 201)
                .get("id")
                .asString();
    }

    private String token() {
        String path = steps.post(steps.clerk(owner.branch()), "/rooms/" + room() + "/calendar", null, 201)
                .get("path")
                .asString();
        return path.substring(path.lastIndexOf('/') + 1).replace(".ics", "");
    }
}
