package org.linli.local.flood;

import org.linli.local.gateway.Clients;
import org.linli.testing.Operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may call a route, as its document says under 403. */
final class Callers {
    private static final Pattern ROLES = Pattern.compile("For other roles than ([a-z, -]+)\\.");
    /** Whose rights reach farthest first: their requests weigh most. */
    private static final Map<String, String> PEOPLE = new LinkedHashMap<>();

    static {
        PEOPLE.put("hq", Clients.HQ);
        PEOPLE.put("city", "runner-city");
        PEOPLE.put("branch-head", Clients.HEAD);
        PEOPLE.put("branch-clerk", Clients.CLERK);
        PEOPLE.put("auditor", "auditor");
        PEOPLE.put("partner", "partner1");
        PEOPLE.put("resident", "resident");
        PEOPLE.put("seeker", "seeker1");
    }

    private Callers() {}

    /** All who may, the most powerful first; nobody where the route asks for no token. */
    static List<String> of(Operation operation) {
        if (operation.declared().path("security").isEmpty()) {
            return List.of();
        }
        Matcher said = ROLES.matcher(
                operation.declared().at("/responses/403/description").asString(""));
        List<String> roles = said.find() ? List.of(said.group(1).split(", ")) : List.copyOf(PEOPLE.keySet());
        return PEOPLE.entrySet().stream()
                .filter(entry -> roles.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The one whose request weighs most; empty for an anonymous one. */
    static Optional<String> heaviest(Operation operation) {
        return of(operation).stream().findFirst();
    }
}
