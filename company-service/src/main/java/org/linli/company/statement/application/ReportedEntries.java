package org.linli.company.statement.application;

import org.linli.company.statement.StatementId;
import org.linli.company.statement.SummedLine;
import reactor.core.publisher.Mono;

import java.util.List;

/** Ties entries to the statement that reports them: what a statement asks of those who keep entries. */
public interface ReportedEntries {

    /** Whether entries of that branch and period wait to be reported. */
    Mono<Boolean> waiting(StatementId id);

    /** Fixes all waiting entries to this statement. */
    Mono<Void> fix(StatementId id);

    /** Lets the entries go that this statement was the first to report. */
    Mono<Void> release(StatementId id);

    /**
     * The full picture that this statement gives: all entries reported up to it. Sums are read as decimals, since
     * many large entries may exceed what a statement can hold.
     */
    Mono<List<SummedLine>> sum(StatementId id);
}
