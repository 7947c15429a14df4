package org.linli.partner.points;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Earned points that end together.
 *
 * @param entry the entry that earned them
 * @param remaining what is left, at least 1
 * @param expiresOn last day on which they can be spent
 */
public record PointsLot(UUID entry, int remaining, LocalDate expiresOn) {}
