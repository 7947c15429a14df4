package org.linli.partner.matching;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why two things go together. */
@Schema(name = "Fact")
public enum Fact {
    /** One of them names the other. */
    NAMED(true),
    /** A topic of one is a topic of the other, or stands in its text. */
    TOPIC(true),
    SAME_UNIT(false),
    SAME_STREET(false),
    /** They overlap in an ordinary week, half an hour or more. */
    TIME(true),
    /** The room holds so many people. */
    CAPACITY(true),
    /** The money is as much as is asked for. */
    BUDGET(true),
    /** They know a mode of co-operation in common. */
    MODE(false),
    /** The partner is not suspended in the street. */
    STANDING(false);

    private final boolean enough;

    Fact(boolean enough) {
        this.enough = enough;
    }

    /** Whether it makes a match by itself; the others only add to one. */
    boolean isEnough() {
        return enough;
    }
}
