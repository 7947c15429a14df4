package org.linli.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person or machine may be in Linli. On the wire (token claim {@code roles}) in lower case with dashes. */
public enum Role {
    CITY,
    HQ,
    BRANCH_HEAD,
    BRANCH_CLERK,
    PARTNER,
    SEEKER,
    RESIDENT,
    AUDITOR;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that wire name; nothing for a name that this version does not know. */
    public static Optional<Role> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(name))
                .findFirst();
    }
}
