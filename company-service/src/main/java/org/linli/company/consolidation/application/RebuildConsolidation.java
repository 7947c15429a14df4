package org.linli.company.consolidation.application;

import org.linli.company.consolidation.store.RebuildTables;
import org.linli.platform.inbox.EventReplay;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes the consolidation anew from the first event on, in one transaction, and tells what stood otherwise before.
 * Readers see the old figures until then. A consolidation that was right has no differences.
 */
@Component
public class RebuildConsolidation {

    /** Marks the subscription of a rebuild, whose statements were accepted long ago and say nothing about the lag. */
    static final String REBUILDING = "linli.consolidation.rebuilding";

    private final EventReplay replay;
    private final RebuildTables tables;

    RebuildConsolidation(EventReplay replay, RebuildTables tables) {
        this.replay = replay;
        this.tables = tables;
    }

    /** @param rights whose cells are made anew: the topic holds every street, so only everywhere makes sense */
    public Mono<Outcome> run(Scope rights) {
        return replay.rebuild(ConsolidateStatements.NAME, tables.clear(rights), tables.compare(rights))
                .flatMap(rebuilt -> tables.cells(rights)
                        .map(cells -> new Outcome(rebuilt.events(), cells, rebuilt.result(), rebuilt.notYetTaken())))
                .contextWrite(context -> context.put(REBUILDING, true));
    }

    /**
     * What a rebuild found.
     *
     * @param events read from the topic
     * @param cells that there are now
     * @param differences cells and statement lines that stood otherwise before, where the figures had come to: zero, or
     *     something was wrong
     * @param notYetTaken events that the figures had not come to, which are no difference
     */
    public record Outcome(long events, long cells, long differences, long notYetTaken) {}
}
