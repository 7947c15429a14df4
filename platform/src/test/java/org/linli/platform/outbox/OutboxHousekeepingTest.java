package org.linli.platform.outbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestKafka;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SampleTest
class OutboxHousekeepingTest {

    @Autowired
    TestDatabase server;

    @Autowired
    TestKafka kafka;

    private RelayFixture ground;
    private OutboxHousekeeping housekeeping;

    @BeforeEach
    void prepare() throws Exception {
        ground = new RelayFixture(server, kafka);
        housekeeping = new OutboxHousekeeping(ground.client, ground.transaction, RelayFixture.properties(100));
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void makes_room_ahead_of_the_ids() {
        idsGoOnFrom(1_999_999);
        housekeeping.makeAhead().block();
        ground.append(3, 1);
        assertThat(ground.database.number("SELECT max(id) FROM outbox_p2")).isEqualTo(2_000_002);
        housekeeping.makeAhead().block();
        assertThat(ground.database.number("SELECT count(*) FROM pg_inherits WHERE inhparent = 'outbox'::regclass"))
                .isEqualTo(5);
    }

    @Test
    void drops_a_partition_only_when_all_in_it_was_sent_long_ago() {
        ground.append(10, 1);
        idsGoOnFrom(1_000_000);
        ground.append(1, 1);
        housekeeping.dropOld().block();
        assertThat(partitionIsThere("outbox_p0")).as("unsent").isTrue();

        ground.database.execute("UPDATE outbox SET sent = true");
        housekeeping.dropOld().block();
        assertThat(partitionIsThere("outbox_p0")).as("sent just now").isTrue();

        ground.database.execute("UPDATE outbox SET occurred_at = now() - interval '8 days'");
        housekeeping.dropOld().block();
        assertThat(partitionIsThere("outbox_p0")).isFalse();
        assertThat(partitionIsThere("outbox_p1")).as("the one now written to").isTrue();
    }

    @Test
    void gives_up_soon_where_somebody_holds_the_table() throws Exception {
        idsGoOnFrom(1_000_000);
        ground.append(1, 1);
        ground.database.execute("UPDATE outbox SET sent = true, occurred_at = now() - interval '8 days'");
        try (var holder = ground.database.connect()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT count(*) FROM outbox");
            assertThatThrownBy(() -> housekeeping.dropOld().block(Duration.ofSeconds(20)))
                    .rootCause()
                    .hasMessageContaining("lock timeout");
        }
        housekeeping.dropOld().block();
        assertThat(partitionIsThere("outbox_p0")).isFalse();
    }

    private void idsGoOnFrom(long id) {
        ground.database.number("SELECT setval(pg_get_serial_sequence('outbox', 'id'), " + id + ")");
    }

    private boolean partitionIsThere(String name) {
        return ground.database.number("SELECT count(*) FROM pg_class WHERE relname = '" + name + "'") == 1;
    }
}
