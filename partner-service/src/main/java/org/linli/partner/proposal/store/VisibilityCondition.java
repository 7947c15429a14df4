package org.linli.partner.proposal.store;

import org.linli.platform.security.Visibility;

import java.util.Map;

/** What a caller sees, in SQL over {@code proposal p}. */
final class VisibilityCondition {

    /** The version that the caller sees: a unit the last one handed in, the partner its newest. */
    static final String SEEN_VERSION = """
            CASE WHEN p.partner_id = :owner THEN p.content_version
                 ELSE coalesce(p.submitted_version, p.content_version) END""";

    private static final String OWN = "p.partner_id = :owner";
    private static final String HANDED_IN = "p.unit_code LIKE ANY(:scope) AND p.first_submitted IS NOT NULL";

    private VisibilityCondition() {}

    static String of(Visibility visibility) {
        if (visibility.drafts()) {
            return "(p.unit_code LIKE ANY(:scope))";
        }
        if (visibility.scope().prefixes().isEmpty()) {
            return "(" + OWN + ")";
        }
        return visibility.owner() == null ? "(" + HANDED_IN + ")" : "(" + OWN + " OR " + HANDED_IN + ")";
    }

    /** Of the parameters of both. */
    static Map<String, Object> values(Visibility visibility) {
        return visibility.drafts() || !visibility.scope().prefixes().isEmpty()
                ? visibility.values()
                : Map.of("owner", visibility.ownerOrNobody());
    }
}
