package org.linli.platform.problem;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Each type of problem that any part of the suite can answer with is a row of {@code docs/api/problems.md}. */
class ProblemCatalogueTest {

    private static final Path ROOT = Path.of("..");
    /** A type where it is stated: {@code Problem.of("type"} and its like. */
    private static final Pattern STATED =
            Pattern.compile("(?:Problem\\s*\\.(?:of|conflict)|(?<![\\w.])(?:conflict|of))\\(\\s*\"([a-z][a-z-]+)\"");
    /** In classes that hold problems every such text is a type, also behind a condition. */
    private static final Pattern ANY = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
    /** Made of the status where Spring refuses before any code of ours. */
    private static final Set<String> OF_A_STATUS =
            Set.of("method-not-allowed", "not-acceptable", "unsupported-media-type", "content-too-large");

    @Test
    void every_type_is_documented_and_none_that_is_not_there() throws IOException {
        Set<String> stated = new TreeSet<>(OF_A_STATUS);
        for (Path source : sources()) {
            String text = Files.readString(source);
            stated.addAll(found(STATED, text));
            if (source.getFileName().toString().endsWith("Problems.java")) {
                stated.addAll(found(ANY, text));
            }
        }

        assertThat(documented()).containsExactlyInAnyOrderElementsOf(stated);
    }

    @Test
    void a_type_is_seen_where_it_is_stated() {
        assertThat(found(STATED, "Problem.of(\n  \"a-type\", HttpStatus.CONFLICT)"))
                .containsExactly("a-type");
        assertThat(found(STATED, "Problem.conflict(\"busy\", \"Too many\")")).containsExactly("busy");
        assertThat(found(STATED, "List.of(\"a-type\")")).isEmpty();
        assertThat(found(ANY, "office ? \"office-share-used\" : other")).containsExactly("office-share-used");
    }

    private static Set<String> documented() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/api/problems.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .flatMap(types -> found(Pattern.compile("`([a-z-]+)`"), types).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ProblemCatalogueTest::javaFiles)
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
