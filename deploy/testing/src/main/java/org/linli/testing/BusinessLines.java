package org.linli.testing;

import java.util.List;

/** The business lines that every street has. */
public final class BusinessLines {
    public static final List<String> CODES = List.of(
            "VENUE_RENTAL",
            "STALL_RENTAL",
            "SHOPFRONT_RENTAL",
            "NIGHT_MARKET",
            "SHARED_PARKING",
            "DOMESTIC_SERVICES",
            "WELLNESS_CARE",
            "CANTEEN",
            "MICRO_FACTORY",
            "COMMUNITY_FACTORY",
            "TRAINING",
            "FAIR",
            "SKY_FARM",
            "PURCHASED_SERVICE",
            "OTHER");

    private BusinessLines() {}
}
