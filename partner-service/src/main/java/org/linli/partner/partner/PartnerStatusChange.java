package org.linli.partner.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** One entry of how a partner stood in a street, with who said so and when. */
@Schema(name = "StreetStanding")
record PartnerStatusChange(
        String street, @Nullable String streetName, PartnerState state, String reason, String by, Instant since) {}
