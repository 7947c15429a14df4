package org.linli.partner.points;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.UUID;

/**
 * One person's points in one street.
 *
 * @param holder subject of the person's token
 * @param name as the token gave it when the account was opened
 */
@Schema(name = "PointsAccount")
public record PointsAccount(UUID id, String street, String holder, String name) {}
