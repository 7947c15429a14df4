package org.linli.local;

import org.linli.local.gateway.CallFailure;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.suite.Part;
import org.linli.local.suite.SuiteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Prints an access token, to be pasted or put into a variable. */
@Command(name = "token", description = "Print an access token of a demo person.")
final class TokenCommand implements Runnable {
    private static final Pattern ID = Pattern.compile("\\{ id: ([a-z0-9-]+),");

    @Parameters(paramLabel = "PERSON", description = "city, hq, head101, clerk101, head107, clerk107, auditor, ...")
    String person = "";

    @Override
    public void run() {
        checkKnown(LinliCommand.repository().resolve("deploy/identity/src/main/resources/people.yaml"));
        SuiteSettings settings = SuiteSettings.fromEnvironment(LinliCommand.repository());
        try (GatewayClient gateway =
                new GatewayClient(settings.url(Part.GATEWAY), settings.url(Part.IDENTITY), Duration.ofSeconds(10))) {
            LinliCommand.terminal().println(gateway.token(person));
        }
    }

    /** The demo's people and machines stand in that file. */
    private void checkKnown(Path people) {
        if (!Files.isReadable(people)) {
            return;
        }
        try {
            List<String> names = ID.matcher(Files.readString(people))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            if (!names.contains(person)) {
                throw new CallFailure("There is nobody called " + person + "; there are " + String.join(", ", names));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
