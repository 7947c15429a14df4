package org.linli.company.entry.application;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.platform.problem.FieldError;

import java.util.List;

/**
 * What became of one entry that was sent.
 *
 * @param errors what is wrong, where it was refused
 */
public record EntryOutcome(String entryNo, Kind kind, List<FieldError> errors) {

    /** Added, there already with the same content, or not taken. */
    @Schema(name = "EntryOutcomeKind")
    public enum Kind {
        ACCEPTED,
        UNCHANGED,
        REFUSED
    }

    static EntryOutcome accepted(String entryNo) {
        return new EntryOutcome(entryNo, Kind.ACCEPTED, List.of());
    }

    static EntryOutcome unchanged(String entryNo) {
        return new EntryOutcome(entryNo, Kind.UNCHANGED, List.of());
    }

    static EntryOutcome refused(String entryNo, List<FieldError> errors) {
        return new EntryOutcome(entryNo, Kind.REFUSED, errors);
    }
}
