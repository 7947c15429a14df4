package org.linli.gateway.health;

import java.util.List;

/**
 * How the suite is: up when every part is.
 *
 * @param status UP or DOWN
 * @param zh in Chinese
 * @param en in English
 * @param parts each part by itself
 */
record SuiteHealth(String status, String zh, String en, List<BackendHealth> parts) {

    static SuiteHealth of(List<BackendHealth> parts) {
        List<BackendHealth> down = parts.stream().filter(part -> !part.isUp()).toList();
        return down.isEmpty()
                ? new SuiteHealth("UP", "一切正常", "Everything is up", parts)
                : new SuiteHealth(
                        "DOWN", said(down, BackendHealth::zh, "；"), said(down, BackendHealth::en, "; "), parts);
    }

    private static String said(
            List<BackendHealth> parts, java.util.function.Function<BackendHealth, String> language, String between) {
        return String.join(between, parts.stream().map(language).toList());
    }

    boolean isUp() {
        return status.equals("UP");
    }
}
