package org.linli.company.consolidation;

import java.time.Instant;

/**
 * How far the consolidation has come at a scope.
 *
 * @param acceptedStatements accepted versions taken in, corrections counted each
 * @param lastAcceptedAt when HQ accepted the latest of them
 */
public record Progress(long acceptedStatements, Instant lastAcceptedAt) {

    public Progress plus(Progress other) {
        Instant later = lastAcceptedAt.isBefore(other.lastAcceptedAt) ? other.lastAcceptedAt : lastAcceptedAt;
        return new Progress(acceptedStatements + other.acceptedStatements, later);
    }
}
