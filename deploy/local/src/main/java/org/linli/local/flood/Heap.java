package org.linli.local.flood;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM still holds after a full collection, asked by {@code jcmd}. */
final class Heap {
    private static final Pattern USED =
            Pattern.compile("(?:DefNew|Tenured|def new generation|tenured generation)\\s+total \\d+K, used (\\d+)K");

    private Heap() {}

    /** In MiB; 0 when the process is gone. */
    static long usedAfterCollection(Path javaHome, long pid) {
        try {
            Path commands = Files.createTempFile("heap", ".jcmd");
            Files.writeString(commands, "GC.run\nGC.heap_info\n");
            try {
                Process jcmd = new ProcessBuilder(
                                javaHome.resolve("bin/jcmd").toString(),
                                "-J-XX:TieredStopAtLevel=1",
                                Long.toString(pid),
                                "-f",
                                commands.toString())
                        .redirectErrorStream(true)
                        .start();
                String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                jcmd.waitFor();
                return megabytes(said);
            } finally {
                Files.delete(commands);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    static long megabytes(String said) {
        Matcher used = USED.matcher(said);
        long kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes / 1024;
    }
}
