package org.linli.platform.testing.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which feature writes a table, and is its owner, and which only read it. Read from the SQL of sources, whose key words
 * are in upper case; names that a statement gives itself ({@code WITH}) are none.
 */
final class TableOwners {

    private static final String NAME = "(?:[a-z_]+\\.)?([a-z][a-z0-9_]*)\\b(?!\\s*\\()";
    private static final Pattern WRITES =
            Pattern.compile("(?<!FOR )(?<!DO )\\b(?:INSERT INTO|UPDATE|DELETE FROM|TRUNCATE)"
                    + "\\s+(?:[a-z_]+\\.)?([a-z][a-z0-9_]*)\\b");
    private static final Pattern READS = Pattern.compile("\\b(?:FROM|JOIN)\\s+" + NAME);
    private static final Pattern OWN = Pattern.compile("\\b([a-z_]+) AS (?:(?:NOT )?MATERIALIZED )?\\(");

    private final Map<String, SortedSet<String>> writers = new TreeMap<>();
    private final Map<String, SortedSet<String>> readers = new TreeMap<>();

    /** Of all sources below that folder; a feature is the first folder. */
    static TableOwners in(Path sources) {
        var owners = new TableOwners();
        if (!Files.isDirectory(sources)) {
            return owners;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Path inside = sources.relativize(file);
                if (inside.getNameCount() > 1) {
                    owners.add(inside.getName(0).toString(), Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return owners;
    }

    TableOwners add(String feature, String source) {
        Set<String> own = new HashSet<>(found(OWN, source));
        found(WRITES, source).forEach(table -> note(writers, table, feature));
        found(READS, source).stream()
                .filter(table -> !own.contains(table))
                .forEach(table -> note(readers, table, feature));
        return this;
    }

    /** Tables that more than one feature writes, {@code table: feature feature}. */
    SortedSet<String> contested() {
        return PackageGraph.lines(writers.entrySet().stream()
                .filter(table -> table.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** What a feature reads of others' tables, {@code feature: table table}; of what this module writes at all. */
    SortedSet<String> borrowed() {
        var borrowed = new TreeMap<String, SortedSet<String>>();
        readers.forEach((table, features) -> features.stream()
                .filter(feature ->
                        writers.containsKey(table) && !writers.get(table).contains(feature))
                .forEach(feature -> note(borrowed, feature, table)));
        return PackageGraph.lines(borrowed);
    }

    boolean isEmpty() {
        return writers.isEmpty();
    }

    private static void note(Map<String, SortedSet<String>> under, String key, String value) {
        under.computeIfAbsent(key, ignored -> new TreeSet<>()).add(value);
    }

    private static Set<String> found(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        return matcher.results().map(result -> result.group(1)).collect(Collectors.toSet());
    }
}
