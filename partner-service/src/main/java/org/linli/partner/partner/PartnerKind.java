package org.linli.partner.partner;

import io.swagger.v3.oas.annotations.media.Schema;

/** A firm with a credit code, or a person with an identity number. */
@Schema(name = "PartnerKind")
enum PartnerKind {
    FIRM,
    PERSON
}
