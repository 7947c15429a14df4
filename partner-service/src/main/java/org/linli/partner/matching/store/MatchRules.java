package org.linli.partner.matching.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.matching.Fact;
import org.linli.partner.matching.Weights;
import org.linli.partner.unitsettings.UnitSettings;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each fact is worth, a column a fact. */
@Repository
class MatchRules extends UnitSettings<Weights> {

    MatchRules(DatabaseClient database, TransactionalOperator transaction, Clock clock) {
        super(database, transaction, clock, "match_rule");
    }

    @Override
    protected Weights terms(Readable row) {
        return new Weights(Arrays.stream(Fact.values())
                .collect(Collectors.toMap(Function.identity(), fact -> Columns.integer(row, column(fact)))));
    }

    @Override
    protected Map<String, ?> columns(Weights weights) {
        return Arrays.stream(Fact.values()).collect(Collectors.toMap(MatchRules::column, weights::of));
    }

    private static String column(Fact fact) {
        return fact.name().toLowerCase(Locale.ROOT);
    }
}
