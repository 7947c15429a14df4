package org.linli.company.consolidation;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a batch of accepted statements does to what was there before it.
 *
 * @param delta the change of the cells
 * @param written the statement that now counts for each branch and period of the batch
 * @param superseded the branches and periods whose stored lines make way
 * @param progress the batch's statements, counted at every scope above them
 */
public record ConsolidationUpdate(
        CellChanges delta,
        List<AcceptedStatement> written,
        Set<StatementKey> superseded,
        SortedMap<UnitCode, Progress> progress) {

    /**
     * Follows the batch in its order, so that a statement and its correction may come together.
     *
     * @param current the statements that count so far, for the branches and periods of the batch
     */
    public static ConsolidationUpdate of(Collection<AcceptedStatement> current, List<AcceptedStatement> batch) {
        Map<StatementKey, AcceptedStatement> before = new HashMap<>();
        current.forEach(statement -> before.put(statement.key(), statement));
        Map<StatementKey, AcceptedStatement> after = new TreeMap<>();
        SortedMap<UnitCode, Progress> progress = new TreeMap<>();
        for (AcceptedStatement statement : batch) {
            after.merge(statement.key(), statement, ConsolidationUpdate::later);
            Progress one = new Progress(1, statement.acceptedAt());
            statement.key().unit().lineage().forEach(scope -> progress.merge(scope, one, Progress::plus));
        }
        after.values().removeIf(statement -> isOvertaken(statement, before.get(statement.key())));
        return new ConsolidationUpdate(
                difference(before, after), List.copyOf(after.values()), superseded(before, after), progress);
    }

    /** Versions rise with the sequence of events, so this happens only where an event was made twice. */
    private static boolean isOvertaken(AcceptedStatement statement, @Nullable AcceptedStatement current) {
        return current != null && current.version() >= statement.version();
    }

    private static AcceptedStatement later(AcceptedStatement one, AcceptedStatement other) {
        return other.version() > one.version() ? other : one;
    }

    private static CellChanges difference(
            Map<StatementKey, AcceptedStatement> before, Map<StatementKey, AcceptedStatement> after) {
        CellChanges delta = new CellChanges();
        after.forEach((key, statement) -> {
            AcceptedStatement old = before.get(key);
            if (old != null) {
                delta.subtract(old);
            }
            delta.add(statement);
        });
        return delta;
    }

    private static Set<StatementKey> superseded(
            Map<StatementKey, AcceptedStatement> before, Map<StatementKey, AcceptedStatement> after) {
        Set<StatementKey> keys = new HashSet<>(after.keySet());
        keys.retainAll(before.keySet());
        return keys;
    }
}
