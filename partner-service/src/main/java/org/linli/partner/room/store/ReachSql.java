package org.linli.partner.room.store;

import org.linli.partner.room.Reach;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.UUID;

/** Narrows a statement to a caller's reach. */
final class ReachSql {

    private ReachSql() {}

    static String clause(String alias) {
        return "(" + alias + ".unit_code LIKE ANY(:scope) OR " + alias + ".partner_id = :partner)";
    }

    static DatabaseClient.GenericExecuteSpec bind(Reach reach, DatabaseClient.GenericExecuteSpec sql) {
        var scoped = sql.bind("scope", reach.scope().likePatterns());
        UUID partner = reach.partner();
        return partner == null ? scoped.bindNull("partner", UUID.class) : scoped.bind("partner", partner);
    }
}
