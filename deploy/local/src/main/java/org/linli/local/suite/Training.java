package org.linli.local.suite;

import org.linli.processes.ManagedProcess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the AOT caches: each service runs once to readiness in a throw-away suite on free ports, and the JVM keeps
 * what it loaded. Halves the CPU seconds of every later start; a stale cache cannot exist, for it lies beside the
 * extracted jar it was made from.
 */
public final class Training {
    private final SuiteSettings settings;
    private final Consumer<String> say;

    public Training(SuiteSettings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
    }

    /** Trains the services that have no cache yet. A failed training only costs speed, so it is said and passed over. */
    public void run() {
        List<Part> untrained = Arrays.stream(Part.values())
                .filter(Part::isService)
                .filter(part -> Application.of(part, settings).trained().isEmpty())
                .toList();
        if (untrained.isEmpty()) {
            return;
        }
        Path directory = settings.directory().resolve("training");
        SuiteSettings scratch = SuiteSettings.onFreePorts(directory, settings.repository());
        Suite suite = new Suite(scratch, Progress.silent());
        Thread onInterrupt = new Thread(suite::down, "end the training");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            suite.wipe();
            suite.start(Part.POSTGRES);
            suite.start(Part.KAFKA);
            untrained.forEach(part -> train(part, scratch));
        } finally {
            suite.down();
            remove(directory);
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        }
    }

    private void train(Part part, SuiteSettings scratch) {
        Services services = new Services(scratch);
        Path cache = Application.of(part, scratch).aotCache();
        Path fresh = cache.resolveSibling(cache.getFileName() + ".new");
        try {
            say.accept("preparing fast starts of " + part.title());
            ManagedProcess process = services.launchTraining(part, fresh);
            process.awaitReady(() -> services.ready(part), Duration.ofSeconds(120));
            process.stop("TERM", Duration.ofSeconds(120));
            Files.move(fresh, cache);
        } catch (IOException | RuntimeException e) {
            say.accept("  not possible, " + part.title() + " just starts slower: " + e.getMessage());
        }
    }

    private static void remove(Path directory) {
        try {
            Application.deleteTree(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
