package org.linli.partner.room.store;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.partner.room.RoomSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.Connection;
import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;

/** Rooms that were there before the migration are found as those that came after it. */
@LinliTest
class FillRoomWordsIT {

    @Autowired
    ServiceUnderTest service;

    @Test
    void a_room_that_was_there_is_found_by_its_initials() throws SQLException {
        String branch = Histories.freshStreet() + "101";
        PartnerSteps http = new PartnerSteps(service.http());
        String room = new RoomSteps(http).open(branch);
        service.database()
                .execute("UPDATE room SET search_text = '', search_initials = '', grams = '{}' WHERE id = '" + room
                        + "'");
        assertThat(found(http, branch)).doesNotContain(room);
        try (Connection connection = service.database().connect()) {
            new FillRoomWords().migrate(context(connection));
        }
        assertThat(found(http, branch)).contains(room);
    }

    private static String found(PartnerSteps http, String branch) {
        return http.get(Role.PARTNER, branch, "/rooms?q=tyy&within=" + branch).toString();
    }

    private static Context context(Connection connection) {
        return new Context() {
            @Override
            public Configuration getConfiguration() {
                throw new UnsupportedOperationException("not asked for");
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }
}
