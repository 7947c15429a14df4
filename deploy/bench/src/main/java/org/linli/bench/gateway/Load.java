package org.linli.bench.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Sends the same GET over a number of kept connections for a time; any answer but 2xx ends the bench. */
interface Load {

    double ratePerSecond(String url, String authorization, Duration time) throws Exception;

    String name();

    /** wrk where Debian's package is installed, else plain sockets of our own. */
    static Load best(int connections) {
        Path wrk = Path.of("/usr/bin/wrk");
        return Files.isExecutable(wrk) ? new Wrk(wrk, connections) : new SocketLoad(connections);
    }
}
