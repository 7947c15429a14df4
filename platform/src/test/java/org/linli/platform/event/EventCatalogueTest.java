package org.linli.platform.event;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The AsyncAPI document, the schemas and the examples under {@code docs/events} tell the same story. */
class EventCatalogueTest {

    private static final Path EVENTS = Path.of("..", "docs", "events");

    @Test
    void every_schema_is_a_message_of_a_channel_and_every_message_has_a_schema() throws IOException {
        Map<String, Object> api = new Yaml().load(Files.readString(EVENTS.resolve("asyncapi.yaml")));
        Map<String, Object> messages = at(api, "components", "messages");
        assertThat(messages.keySet()).containsExactlyInAnyOrderElementsOf(types());
        assertThat(messages).allSatisfy((type, message) -> {
            Map<String, Object> schema = at(message, "payload", "schema");
            assertThat(EVENTS.resolve((String) schema.get("$ref"))).isRegularFile();
        });
        assertThat(at(api, "channels").values().stream()
                        .flatMap(channel -> at(channel, "messages").values().stream())
                        .map(reference ->
                                ((Map<?, ?>) reference).get("$ref").toString().replace("#/components/messages/", "")))
                .containsExactlyInAnyOrderElementsOf(types());
    }

    @Test
    void a_type_is_named_after_its_channel() throws IOException {
        Map<String, Object> api = new Yaml().load(Files.readString(EVENTS.resolve("asyncapi.yaml")));
        assertThat(at(api, "channels").values()).allSatisfy(channel -> {
            String address = (String) ((Map<?, ?>) channel).get("address");
            assertThat(at(channel, "messages").values())
                    .allSatisfy(reference -> assertThat(
                                    ((Map<?, ?>) reference).get("$ref").toString())
                            .startsWith("#/components/messages/" + address + "."));
        });
    }

    @Test
    void every_example_is_what_its_schema_says() throws IOException {
        for (String type : types()) {
            Path folder = EVENTS.resolve(type.split("\\.")[1]);
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(folder.resolve(type + ".schema.json")));
            var example = JsonMapper.shared().readTree(Files.readString(folder.resolve(type + ".golden.json")));
            assertThat(schema.validate(example)).as(type).isEmpty();
        }
    }

    private static List<String> types() throws IOException {
        try (Stream<Path> files = Files.walk(EVENTS)) {
            List<String> types = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .sorted()
                    .toList();
            assertThat(types).isNotEmpty();
            return types;
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Object document, String... path) {
        Object here = document;
        for (String step : path) {
            here = ((Map<String, Object>) here).get(step);
        }
        return (Map<String, Object>) here;
    }
}
