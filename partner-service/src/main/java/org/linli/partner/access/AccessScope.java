package org.linli.partner.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a machine may be let into; to write includes to read. Names as OAuth 2.0 has them, {@code area:what}. */
enum AccessScope {
    PROFILE_READ,
    PROPOSALS_READ,
    PROPOSALS_WRITE,
    DOCUMENTS_READ,
    DOCUMENTS_WRITE,
    AGREEMENTS_READ,
    TURNOVER_READ,
    TURNOVER_WRITE,
    ROOMS_READ,
    ROOMS_WRITE,
    WEBHOOKS_READ,
    WEBHOOKS_WRITE;

    static final List<String> NAMES =
            Arrays.stream(values()).map(AccessScope::wireName).toList();

    String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ':');
    }

    static Optional<AccessScope> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName().equals(name))
                .findFirst();
    }
}
