package org.linli.partner.room.store;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.linli.partner.search.Searchable;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Migration V233: makes the rooms that are there ready to be found, as {@link Rooms} does with each that comes. */
@Component
class FillRoomWords implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("233");
    }

    @Override
    public String getDescription() {
        return "fill room words";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement select = connection.createStatement();
                ResultSet rooms = select.executeQuery(
                        "SELECT id, name, place, array_to_string(equipment, ' ') AS equipment FROM room");
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE room SET search_text = ?, search_initials = ?, grams = ? WHERE id = ?")) {
            while (rooms.next()) {
                Searchable found =
                        Searchable.of(rooms.getString("name"), rooms.getString("place"), rooms.getString("equipment"));
                update.setString(1, found.text());
                update.setString(2, found.initials());
                update.setArray(
                        3, connection.createArrayOf("text", found.grams().toArray()));
                update.setObject(4, rooms.getObject("id"));
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
