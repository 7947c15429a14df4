package org.linli.partner.matching;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.Arrays;
import java.util.List;

/** What can be matched. */
@Schema(name = "MatchKind")
public enum MatchKind {
    NEED,
    ROOM,
    EQUIPMENT,
    PERSON,
    MONEY,
    PROJECT,
    CALL,
    PROPOSAL;

    /** How callers ask for kinds. */
    @Schema(name = "MatchKindAsked")
    public enum Asked {
        NEED,
        RESOURCE,
        PROJECT,
        CALL,
        PROPOSAL;

        boolean holds(MatchKind kind) {
            return this == RESOURCE ? kind.isResource() : name().equals(kind.name());
        }
    }

    boolean isResource() {
        return this == ROOM || this == EQUIPMENT || this == PERSON || this == MONEY;
    }

    /** Kinds that go with this one: like never goes with like. */
    public List<MatchKind> partners() {
        return Arrays.stream(values())
                .filter(other -> other != this && !(isResource() && other.isResource()))
                .toList();
    }

    /** The same, narrowed to what is asked for. */
    public List<MatchKind> partners(Asked asked) {
        return partners().stream().filter(asked::holds).toList();
    }
}
