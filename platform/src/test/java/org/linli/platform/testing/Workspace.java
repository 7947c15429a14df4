package org.linli.platform.testing;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A directory for the data of this JVM's test processes; those of JVMs that have ended are swept at the next start. */
final class Workspace {

    private Workspace() {}

    static Path ofThisJvm() {
        try {
            Path all = Files.createDirectories((Files.isDirectory(Path.of("target"))
                            ? Path.of("target")
                            : Path.of(System.getProperty("java.io.tmpdir")))
                    .resolve("linli-tests")
                    .toAbsolutePath());
            sweep(all);
            return Files.createDirectories(
                    all.resolve(String.valueOf(ProcessHandle.current().pid())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sweep(Path all) throws IOException {
        List<Path> left;
        try (var entries = Files.list(all)) {
            left = entries.filter(Workspace::isOrphaned).toList();
        }
        for (Path orphan : left) {
            FileSystemUtils.deleteRecursively(orphan);
        }
    }

    private static boolean isOrphaned(Path directory) {
        String name = directory.getFileName().toString();
        return name.matches("\\d+") && ProcessHandle.of(Long.parseLong(name)).isEmpty();
    }
}
