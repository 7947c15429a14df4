package org.linli.partner.room.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.room.Sharing;
import org.linli.partner.unitsettings.UnitSettings;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import java.time.Clock;
import java.util.Map;

/** The rules of space. */
@Repository
class SharingRules extends UnitSettings<Sharing> {

    SharingRules(DatabaseClient database, TransactionalOperator transaction, Clock clock) {
        super(database, transaction, clock, "room_sharing");
    }

    @Override
    protected Sharing terms(Readable row) {
        return new Sharing(
                Columns.decimal(row, "office_rate"),
                Columns.decimal(row, "service_rate"),
                Columns.integer(row, "service_days_ahead"));
    }

    @Override
    protected Map<String, ?> columns(Sharing sharing) {
        return Map.of(
                "office_rate", sharing.officeRate(),
                "service_rate", sharing.serviceRate(),
                "service_days_ahead", sharing.serviceDaysAhead());
    }
}
