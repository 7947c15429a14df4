package org.linli.fund.funding;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What a bank calls one movement of money.
 *
 * @param text as it is shown
 */
public record BankReference(String text) {

    /** What a reference must look like, in words for an error message. */
    public static final String EXPECTED = "1 to 200 visible characters";

    private static final int LONGEST = 200;

    /** The reference that a text states; nothing where it is blank, too long or holds control characters. */
    public static Optional<BankReference> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(given -> !given.isEmpty() && given.length() <= LONGEST)
                .filter(given -> given.chars().noneMatch(Character::isISOControl))
                .map(BankReference::new);
    }

    /** The form in which two references are compared. */
    public String normal() {
        return text.strip();
    }
}
