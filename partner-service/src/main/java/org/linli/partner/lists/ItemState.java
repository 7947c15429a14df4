package org.linli.partner.lists;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.Optional;

/**
 * Where an item of a list stands.
 *
 * <pre>
 * from    | EDIT | MEET (a need) | CALL (a project) | DROP    | REOPEN
 * --------+------+---------------+------------------+---------+-------
 * OPEN    | OPEN | MET           | CALLED           | DROPPED | –
 * MET     | –    | –             | –                | –       | OPEN
 * CALLED  | –    | –             | –                | –       | –
 * DROPPED | –    | –             | –                | –       | OPEN
 * </pre>
 *
 * <p>Rooms are kept by the room feature and stand apart: nothing here changes them.
 */
@Schema(name = "ItemState")
public enum ItemState {
    OPEN,
    /** Residents have what they wanted. */
    MET,
    /** An open call was made of it. */
    CALLED,
    /** Not wanted, or not there, any more. */
    DROPPED;

    /** What somebody wants done with an item. */
    public enum Command {
        EDIT,
        MEET,
        CALL,
        DROP,
        REOPEN
    }

    /** The next state; empty where the command does nothing now. */
    public Optional<ItemState> after(Command command, ItemKind kind) {
        if (kind == ItemKind.ROOM) {
            return Optional.empty();
        }
        return switch (command) {
            case EDIT -> only(this == OPEN, OPEN);
            case MEET -> only(this == OPEN && kind == ItemKind.NEED, MET);
            case CALL -> only(this == OPEN && kind == ItemKind.PROJECT, CALLED);
            case DROP -> only(this == OPEN, DROPPED);
            case REOPEN -> only(this == MET || this == DROPPED, OPEN);
        };
    }

    private static Optional<ItemState> only(boolean may, ItemState next) {
        return may ? Optional.of(next) : Optional.empty();
    }
}
