package org.linli.local.suite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A service's Boot jar, extracted beside it so that it starts from plain jars, with the AOT cache of a training run
 * where one was made. Both are keyed by the content of the jar, so neither is ever stale.
 */
final class Application {
    private final Path jar;
    private final Path extracted;

    private Application(Path jar, Path extracted) {
        this.jar = jar;
        this.extracted = extracted;
    }

    /** Extracts the jar of the part if that was not done yet. */
    static Application of(Part part, SuiteSettings settings) {
        Path target = settings.repository().resolve(part.module()).resolve("target");
        Path jar = target.resolve(Path.of(part.module()).getFileName() + "-"
                + System.getProperty("linli.version", "0.1.0-SNAPSHOT") + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new SuiteFailure(part.title() + " is not built (" + jar + " is missing): run ./linli up, or mvn"
                    + " -DskipTests package.");
        }
        try {
            Path home = Files.createDirectories(target.resolve("linli"));
            Path extracted = home.resolve(fingerprint(jar));
            Application application = new Application(jar, extracted);
            try (FileChannel channel = FileChannel.open(
                            home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!Files.isDirectory(extracted)) {
                    application.extract(home, settings.javaHome());
                }
                lock.release();
            }
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table of contents at the end of a jar holds the checksum of everything in it. */
    private static String fingerprint(Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            long from = Math.max(0, file.length() - (1 << 20));
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(end), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void extract(Path home, Path javaHome) throws IOException {
        removeOlder(home);
        Path fresh = Files.createTempDirectory(home, "extracting-");
        List<String> command = List.of(
                javaHome.resolve("bin/java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                fresh.toString());
        Path log = home.resolve("extract.log");
        try {
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new SuiteFailure(jar + " cannot be extracted; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteFailure("Interrupted while extracting " + jar);
        }
        Files.move(fresh, extracted, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The last few stay: another suite may still run from them. */
    private static void removeOlder(Path home) throws IOException {
        try (var entries = Files.list(home)) {
            List<Path> oldest = entries.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(Application::made).reversed())
                    .skip(2)
                    .toList();
            for (Path entry : oldest) {
                deleteTree(entry);
            }
        }
    }

    private static FileTime made(Path directory) {
        try {
            return Files.getLastModifiedTime(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path directory, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The jar to start; its libraries lie in {@code lib/} beside it. */
    Path main() {
        return extracted.resolve(jar.getFileName());
    }

    /** Where the AOT cache for this JDK and this jar belongs. */
    Path aotCache() {
        String jdk = System.getProperty("java.runtime.version", "jdk").toLowerCase(Locale.ROOT);
        return extracted.resolve("app-" + jdk.replaceAll("[^a-z0-9.]+", "_") + ".aot");
    }

    /** The AOT cache, where a training run has made one. */
    Optional<Path> trained() {
        return Optional.of(aotCache()).filter(Files::isRegularFile);
    }
}
