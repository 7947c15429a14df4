package org.linli.partner.proposal.store;

import org.linli.partner.proposal.application.Reach;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** What a caller reaches, in SQL over {@code proposal p}. */
final class ReachCondition {

    /** The version that the caller sees: a unit the last one handed in, the partner its newest. */
    static final String SEEN_VERSION = """
            CASE WHEN p.partner_id = :partner THEN p.content_version
                 ELSE coalesce(p.submitted_version, p.content_version) END""";

    private static final String OWN = "p.partner_id = :partner";
    private static final String HANDED_IN = "p.unit_code LIKE ANY(:scope) AND p.first_submitted IS NOT NULL";

    private ReachCondition() {}

    static String of(Reach reach) {
        if (reach.drafts()) {
            return "(p.unit_code LIKE ANY(:scope))";
        }
        if (reach.scope().prefixes().isEmpty()) {
            return "(" + OWN + ")";
        }
        return reach.partner().equals(Reach.NOBODY) ? "(" + HANDED_IN + ")" : "(" + OWN + " OR " + HANDED_IN + ")";
    }

    static GenericExecuteSpec bind(GenericExecuteSpec statement, Reach reach) {
        GenericExecuteSpec bound = reach.drafts() || !reach.scope().prefixes().isEmpty()
                ? statement.bind("scope", reach.scope().likePatterns())
                : statement;
        return bound.bind("partner", reach.partner());
    }
}
