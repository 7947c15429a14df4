package org.linli.gateway.health;

import org.linli.gateway.part.Part;

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
record PartHealth(String part, String status, String zh, String en, Map<String, String> needs) {

    static PartHealth up(Part part, Map<String, String> needs) {
        return new PartHealth(part.id(), "UP", part.chinese() + "正常", part.english() + " is up", needs);
    }

    static PartHealth unwell(Part part, Map<String, String> needs) {
        String downNeeds = String.join(
                ", ",
                needs.entrySet().stream()
                        .filter(need -> !need.getValue().equals("UP"))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
        String why = downNeeds.isEmpty() ? "" : " (" + downNeeds + ")";
        return new PartHealth(
                part.id(), "DOWN", part.chinese() + "异常" + why, part.english() + " runs but is not well" + why, needs);
    }

    static PartHealth down(Part part) {
        return new PartHealth(
                part.id(), "DOWN", part.chinese() + "无法连接", part.english() + " cannot be reached", Map.of());
    }

    boolean isUp() {
        return status.equals("UP");
    }
}
