package org.linli.local;

import org.linli.local.gateway.GatewayClient;
import org.linli.local.suite.Part;
import org.linli.local.suite.SuiteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.time.Duration;

/** Prints an access token, to be pasted or put into a variable. */
@Command(name = "token", description = "Print an access token of a demo person.")
final class TokenCommand implements Runnable {
    @Parameters(paramLabel = "PERSON", description = "city, hq, head101, clerk101, head107, clerk107, auditor, ...")
    String person = "";

    @Override
    public void run() {
        SuiteSettings settings = SuiteSettings.fromEnvironment(LinliCommand.repository());
        try (GatewayClient gateway =
                new GatewayClient(settings.url(Part.GATEWAY), settings.url(Part.IDENTITY), Duration.ofSeconds(10))) {
            LinliCommand.terminal().println(gateway.token(person));
        }
    }
}
