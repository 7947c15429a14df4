package org.linli.partner.lists;

import io.swagger.v3.oas.annotations.media.Schema;

/** What stands on a list. */
@Schema(name = "ItemKind")
public enum ItemKind {
    /** What residents want. */
    NEED,
    /** A room of a branch, kept by the room feature. */
    ROOM,
    EQUIPMENT,
    /** Volunteers, teachers, craftsmen: named by what they can do, never by who they are. */
    PERSON,
    /** A line of a budget, or a donation for a purpose. */
    MONEY,
    /** What a unit would have somebody run. */
    PROJECT;

    public boolean isResource() {
        return this != NEED && this != PROJECT;
    }
}
