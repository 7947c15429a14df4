package org.linli.platform.unit;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.Arrays;
import java.util.Optional;

/**
 * The four tiers that a statistical division code can name, by its number of digits.
 *
 * <p>Source: statistical division codes (统计用区划代码): city 4, district 6, street 9, community 12 digits.
 */
@Schema(name = "UnitLevel")
public enum UnitLevel {
    CITY(4),
    DISTRICT(6),
    STREET(9),
    COMMUNITY(12);

    private final int digits;

    UnitLevel(int digits) {
        this.digits = digits;
    }

    public int digits() {
        return digits;
    }

    /** The level that codes of this length name, if there is one. */
    public static Optional<UnitLevel> ofDigits(int digits) {
        return Arrays.stream(values()).filter(level -> level.digits == digits).findFirst();
    }
}
