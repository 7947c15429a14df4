package org.linli.partner.partner;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.UUID;

/** The personal data of a partner, each sealed by itself and shown only as a mask. */
@Schema(name = "PersonalField")
enum PersonalField {
    IDENTITY_NUMBER("identity", 0, 4),
    PHONE("phone", 3, 4),
    BANK_ACCOUNT("bank", 0, 4);

    private final String column;
    private final int shownFirst;
    private final int shownLast;

    PersonalField(String column, int shownFirst, int shownLast) {
        this.column = column;
        this.shownFirst = shownFirst;
        this.shownLast = shownLast;
    }

    /** Beginning of the names of its columns. */
    String column() {
        return column;
    }

    /** What the sealed value belongs to. */
    String placeOf(UUID partner) {
        return "partner/" + partner + "/" + column;
    }

    /** The value with all but a few characters hidden. */
    String mask(String clear) {
        int hidden = clear.length() - shownFirst - shownLast;
        return hidden < 4
                ? "*".repeat(clear.length())
                : clear.substring(0, shownFirst) + "*".repeat(hidden) + clear.substring(clear.length() - shownLast);
    }
}
