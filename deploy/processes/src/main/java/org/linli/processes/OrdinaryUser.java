package org.linli.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How a program that refuses to run as root (PostgreSQL does) is started by root: in a user namespace of its own, or,
 * where the kernel allows none (in a chroot, in many containers), as {@code nobody} with the right to pass over file
 * permissions.
 *
 * @param prefix put before the program and its arguments; empty when this JVM's own user will do
 * @param owner numeric user that the program's files must belong to, -1 for whoever has them
 */
record OrdinaryUser(List<String> prefix, int owner) {

    private static final int NOBODY = 65534;
    private static final List<OrdinaryUser> OF_ROOT = List.of(
            new OrdinaryUser(List.of("unshare", "--user"), 0),
            new OrdinaryUser(
                    List.of(
                            "setpriv",
                            "--reuid=" + NOBODY,
                            "--regid=" + NOBODY,
                            "--clear-groups",
                            "--inh-caps=+dac_override",
                            "--ambient-caps=+dac_override",
                            "--securebits=+no_setuid_fixup"),
                    NOBODY));

    /** The first way that works here. @throws StartFailure when root has none */
    static OrdinaryUser here() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new OrdinaryUser(List.of(), -1);
        }
        List<String> refusals = new ArrayList<>();
        for (OrdinaryUser way : OF_ROOT) {
            String said = way.tried();
            if (said.isEmpty()) {
                return way;
            }
            refusals.add(said);
        }
        throw new StartFailure("PostgreSQL does not run as root, and root may not become another user here: "
                + String.join("; ", refusals) + ". Run as an ordinary user instead.");
    }

    /** The command, run as that user. */
    List<String> running(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Hands over files that were made another way before. */
    void takeOver(Path directory) {
        try {
            if (owner >= 0
                    && Files.exists(directory)
                    && !Files.getAttribute(directory, "unix:uid").equals(owner)) {
                String said = run(List.of("chown", "-R", owner + ":" + owner, directory.toString()));
                if (!said.isEmpty()) {
                    throw new StartFailure(directory + " cannot be handed to PostgreSQL's user: " + said);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return nothing when it works, else what was said */
    private String tried() {
        return run(running(List.of("true")));
    }

    /** @return nothing on success, else what was said */
    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return command.getFirst() + " does not end";
            }
            return process.exitValue() == 0 ? "" : command.getFirst() + ": " + said.strip();
        } catch (IOException missing) {
            return missing.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
