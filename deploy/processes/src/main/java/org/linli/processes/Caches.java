package org.linli.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things that are made once a machine are kept: {@code LINLI_CACHE}, else {@code ~/.cache/linli}. */
final class Caches {
    private Caches() {}

    static Path directory() throws IOException {
        String chosen = System.getenv("LINLI_CACHE");
        Path directory = chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "linli")
                : Path.of(chosen);
        return Files.createDirectories(directory);
    }
}
