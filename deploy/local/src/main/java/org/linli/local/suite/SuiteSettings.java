package org.linli.local.suite;

import org.linli.processes.Ports;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where a suite lives; two suites with different directories and ports run side by side.
 *
 * @param directory data, logs and pid files, usually {@code .linli}
 * @param ports TCP port of each part on 127.0.0.1
 * @param javaHome JDK 25 or newer that runs the Java parts
 * @param repository the project's root, where the built jars are
 */
public record SuiteSettings(Path directory, Map<Part, Integer> ports, Path javaHome, Path repository) {

    /** So far above a service's port lies that of its management. */
    private static final int MANAGEMENT = 500;

    /** As the environment says: {@code LINLI_DIR}, {@code LINLI_PORT_*}. */
    public static SuiteSettings fromEnvironment(Path repository) {
        String directory = System.getenv("LINLI_DIR");
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, chosenPort(part));
        }
        return new SuiteSettings(
                directory == null || directory.isBlank() ? repository.resolve(".linli") : Path.of(directory),
                ports,
                thisJdk(),
                repository);
    }

    /** A private suite on free ports, for tests. */
    public static SuiteSettings onFreePorts(Path directory, Path repository) {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, freePair());
        }
        return new SuiteSettings(directory, ports, thisJdk(), repository);
    }

    /** Free, and so is the port of its management. */
    private static int freePair() {
        int port = Ports.free();
        return Ports.answers(port + MANAGEMENT) || port + MANAGEMENT > 65_535 ? freePair() : port;
    }

    private static int chosenPort(Part part) {
        String chosen = System.getenv(part.portVariable());
        if (chosen == null || chosen.isBlank()) {
            return part.usualPort();
        }
        try {
            int port = Integer.parseInt(chosen.trim());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new SuiteFailure(part.portVariable() + " is \"" + chosen + "\": a port is a number from 1 to 65535.");
    }

    private static Path thisJdk() {
        return Path.of(System.getProperty("java.home"));
    }

    /** TCP port of the part. */
    public int port(Part part) {
        return ports.getOrDefault(part, part.usualPort());
    }

    /** TCP port of a service's management: metrics, and health in detail. */
    public int managementPort(Part part) {
        return port(part) + MANAGEMENT;
    }

    /** Address of a service, without a slash at the end. */
    public String url(Part part) {
        return "http://127.0.0.1:" + port(part);
    }

    Path folder(Part part) {
        return directory.resolve(part.key());
    }

    Path pidFile(Part part) {
        return folder(part).resolve(part.key() + ".pid");
    }

    /** What the part says. */
    public Path log(Part part) {
        return folder(part).resolve(part.key() + ".log");
    }

    /** When the part ended by itself, one line each. */
    Path restarts(Part part) {
        return folder(part).resolve("restarts");
    }

    Path supervisorFile(String name) {
        return directory.resolve("supervisor").resolve(name).normalize();
    }

    /** What was started again, and how that went. */
    public Path supervisorLog() {
        return supervisorFile("supervisor.log");
    }
}
