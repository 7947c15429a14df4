package org.linli.fund.funding;

import org.jspecify.annotations.Nullable;
import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Texts;

import java.util.Optional;

/**
 * What a bank calls one movement of money.
 *
 * @param text as it is shown
 */
public record BankReference(String text) {

    /** What a reference must look like, in words for an error message. */
    public static final String EXPECTED = "1 to 200 visible characters, typed as text";

    private static final int LONGEST = 200;

    /**
     * The reference that a text states, in the normal form of names; nothing where it is blank, too long, spoilt by a
     * spreadsheet or holds what must not be shown.
     */
    public static Optional<BankReference> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(given -> Identifiers.fault(given).isEmpty())
                .map(Texts::name)
                .filter(given -> !given.isEmpty() && Texts.length(given) <= LONGEST)
                .map(BankReference::new);
    }

    /** The form in which two references are compared: capital and small letters are the same. */
    public String normal() {
        return Identifiers.key(text);
    }
}
