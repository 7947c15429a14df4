package org.linli.platform.testing;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.money.MoneyJacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The events as they are written down under {@code docs/events}: schema and golden example of each type. A producer's
 * test compares what it writes with them, a consumer's test reads the same example.
 */
public final class GoldenEvents {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new MoneyJacksonModule()).build();
    private static final String SCHEMA = ".schema.json";

    private GoldenEvents() {}

    /** Fails unless the event's data is the golden example of its type, and its schema takes it and not anything else. */
    public static void assertDocumented(OutgoingEvent event) {
        JsonNode written = JSON.readTree(JSON.writeValueAsString(event.data()));
        assertThat(written).isEqualTo(JSON.readTree(golden(event.type())));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(event.type() + SCHEMA));
        assertThat(schema.validate(written)).isEmpty();
        assertThat(schema.validate(JSON.readTree("{\"unit\": 440703006101}"))).isNotEmpty();
    }

    /** The example of a type, as JSON. */
    public static String golden(String type) {
        return read(type + ".golden.json");
    }

    /** The example of a type as a consumer is given it. */
    public static IncomingEvent incoming(String topic, String type, String subject, long sequence) {
        return incoming(topic, type, subject, sequence, golden(type));
    }

    /** Data of a test's own as a consumer is given it; the key is the subject up to its first slash. */
    public static IncomingEvent incoming(String topic, String type, String subject, long sequence, String data) {
        String key = subject.split("/", 2)[0];
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        return new IncomingEvent(UUID.randomUUID(), topic, type, subject, key, sequence, Instant.now(), null, bytes);
    }

    /** Every type that is written down for a service. */
    public static Set<String> typesOf(String service) {
        try (Stream<Path> files = Files.list(folder(service))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SCHEMA))
                    .map(name -> name.substring(0, name.length() - SCHEMA.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Types are named {@code linli.<service>.…}. */
    private static String read(String name) {
        try {
            return Files.readString(folder(name.split("\\.")[1]).resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException("docs/events lacks " + name, missing);
        }
    }

    private static Path folder(String service) {
        return Path.of("..", "docs", "events", service);
    }
}
