package org.linli.gateway.health;

import org.linli.gateway.backend.Backend;

import java.util.Map;

/**
 * How one part is.
 *
 * @param part its id
 * @param status UP or DOWN
 * @param zh in Chinese
 * @param en in English
 * @param needs what it needs itself (database, broker) and how that is, as far as the part says
 */
record BackendHealth(String part, String status, String zh, String en, Map<String, String> needs) {

    static BackendHealth up(Backend part, Map<String, String> needs) {
        return new BackendHealth(part.id(), "UP", part.chinese() + "正常", part.english() + " is up", needs);
    }

    static BackendHealth unwell(Backend part, Map<String, String> needs) {
        String downNeeds = String.join(
                ", ",
                needs.entrySet().stream()
                        .filter(need -> !need.getValue().equals("UP"))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
        String why = downNeeds.isEmpty() ? "" : " (" + downNeeds + ")";
        return new BackendHealth(
                part.id(), "DOWN", part.chinese() + "异常" + why, part.english() + " runs but is not well" + why, needs);
    }

    static BackendHealth down(Backend part) {
        return new BackendHealth(
                part.id(), "DOWN", part.chinese() + "无法连接", part.english() + " cannot be reached", Map.of());
    }

    boolean isUp() {
        return status.equals("UP");
    }
}
