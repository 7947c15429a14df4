package org.linli.partner.lists;

import java.util.regex.Pattern;

/** Numbers that name a person. Lists are read by many, so none stands on them. */
public final class PersonalNumbers {

    /** Mobile telephones, and identity numbers of GB 11643, however they are spaced. */
    private static final Pattern NUMBERS =
            Pattern.compile("(?<![0-9])(1[3-9]([ -]?[0-9]){9}|[1-9]([ -]?[0-9]){16}[ -]?[0-9Xx])(?![0-9])");

    private PersonalNumbers() {}

    public static boolean in(String text) {
        return NUMBERS.matcher(text).find();
    }
}
