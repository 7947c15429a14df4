package org.linli.local.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A page under {@code docs/bench}: when, of which commit and on what machine, then the tables.
 *
 * @param repository the project's root
 * @param name of the page, without {@code .md}
 */
public record BenchPage(Path repository, String name) {

    public static BenchPage of(String name) {
        return new BenchPage(Path.of(System.getProperty("linli.repository", ".")), name);
    }

    /** Writes the page and returns where it stands. */
    public Path write(String title, String body) throws IOException {
        Path page = repository.resolve("docs/bench").resolve(name + ".md");
        Files.createDirectories(page.getParent());
        Files.writeString(page, "# " + title + "\n\n" + circumstances() + "\n\n" + body);
        return page;
    }

    private String circumstances() throws IOException {
        return "%s, commit %s, JDK %s, %d cores (%s), %s %s. Load average at the end: %s."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        commit(),
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        load());
    }

    private String commit() throws IOException {
        Process git = new ProcessBuilder("git", "-C", repository.toString(), "describe", "--always", "--dirty")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return said.isEmpty() ? "unknown" : said;
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        return Files.isReadable(info)
                ? Files.readString(info)
                        .lines()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown")
                : System.getProperty("os.arch");
    }

    private static String load() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.isReadable(load) ? Files.readString(load).split(" ")[0] : "unknown";
    }
}
