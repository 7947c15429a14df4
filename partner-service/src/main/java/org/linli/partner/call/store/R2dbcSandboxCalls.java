package org.linli.partner.call.store;

import org.linli.partner.call.application.SandboxCalls;
import org.linli.platform.security.SystemAccess;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** The one statement of the sandbox that reads beyond it; what it reads everybody may see. */
@Repository
class R2dbcSandboxCalls implements SandboxCalls {

    private final DatabaseClient database;
    private final Clock clock;

    R2dbcSandboxCalls(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Both tables come from the same migrations, hence have the same columns in the same order. */
    @Override
    @SystemAccess("what it reads is published")
    public Mono<Void> take(UUID call) {
        return database.sql("""
                        INSERT INTO sandbox.open_call
                        SELECT * FROM public.open_call
                         WHERE id = :id AND state = 'PUBLISHED' AND deadline > :now
                        ON CONFLICT DO NOTHING
                        """).bind("id", call).bind("now", clock.instant()).then();
    }
}
