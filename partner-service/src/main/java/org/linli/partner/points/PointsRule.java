package org.linli.partner.points;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a street gives points for.
 *
 * @param street 9 digits
 * @param code stable name, such as {@code VOLUNTEER_HOUR}
 * @param version counts the decisions about it from 1
 * @param points for one of {@code per}, 1 to 10,000
 * @param per an hour, a session, a visit
 * @param validMonths how long what it earned can be spent, 1 to 120
 * @param active whether it still earns
 */
@Schema(name = "PointsRule")
public record PointsRule(
        String street,
        String code,
        int version,
        String name,
        int points,
        String per,
        int validMonths,
        boolean active) {}
