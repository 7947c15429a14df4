package org.linli.partner.partner;

/** A firm with a credit code, or a person with an identity number. */
enum PartnerKind {
    FIRM,
    PERSON
}
