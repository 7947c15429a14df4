package org.linli.local.demo;

import java.util.List;

/** The four classes of branches, with the business lines a branch of that class typically lives from. */
enum BranchClass {
    ALL_ROUND("全优型", List.of("VENUE_RENTAL", "CANTEEN", "MICRO_FACTORY", "COMMUNITY_FACTORY", "SKY_FARM", "TRAINING")),
    RESOURCE("资源型", List.of("STALL_RENTAL", "SHOPFRONT_RENTAL", "NIGHT_MARKET", "SHARED_PARKING", "CANTEEN")),
    VENUE("阵地型", List.of("VENUE_RENTAL", "TRAINING", "WELLNESS_CARE", "CANTEEN", "FAIR")),
    EXPLORATORY("探索型", List.of("DOMESTIC_SERVICES", "FAIR", "PURCHASED_SERVICE", "TRAINING"));

    private final String title;
    private final List<String> lines;

    BranchClass(String title, List<String> lines) {
        this.title = title;
        this.lines = lines;
    }

    String title() {
        return title;
    }

    List<String> lines() {
        return lines;
    }

    /** Invented, but in proportion: few do everything well, many look for their way. */
    static BranchClass of(int index) {
        return switch (index % 8) {
            case 0 -> ALL_ROUND;
            case 1, 4 -> RESOURCE;
            case 2, 5, 7 -> VENUE;
            default -> EXPLORATORY;
        };
    }
}
