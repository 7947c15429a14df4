package org.linli.platform.unitregistry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.event.PoisonEvent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Unit events as company-service writes them down under {@code docs/events}. */
class UnitEventsTest {

    @ParameterizedTest
    @ValueSource(strings = {"linli.company.unit.registered.v1", "linli.company.unit.changed.v1"})
    void reads_a_unit_as_company_service_writes_it(String type) throws IOException {
        String golden = Files.readString(Path.of("..", "docs", "events", "company", type + ".golden.json"));
        UnitCopy copy = UnitEventsListener.copy(event(type, golden));
        assertThat(golden).contains(copy.code().value(), copy.name());
        assertThat(copy.sequence()).isEqualTo(3);
    }

    @Test
    void refuses_a_unit_without_a_code_or_a_name() {
        assertThatThrownBy(() -> UnitEventsListener.copy(event("t", "{\"code\": \"44070\", \"name\": \"x\"}")))
                .isInstanceOf(PoisonEvent.class);
        assertThatThrownBy(() -> UnitEventsListener.copy(event("t", "{\"code\": \"4407\"}")))
                .isInstanceOf(PoisonEvent.class);
    }

    private static IncomingEvent event(String type, String data) {
        return new IncomingEvent(
                UUID.randomUUID(),
                UnitEventsListener.TOPIC,
                type,
                "4407",
                "4407",
                3,
                Instant.EPOCH,
                null,
                data.getBytes(StandardCharsets.UTF_8));
    }
}
