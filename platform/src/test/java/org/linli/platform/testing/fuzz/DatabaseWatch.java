package org.linli.platform.testing.fuzz;

import org.awaitility.Awaitility;
import org.linli.platform.testing.DatabaseFingerprint;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;

/** Looks at the database between two requests. */
final class DatabaseWatch {

    private final DatabaseFingerprint fingerprint;

    DatabaseWatch(DatabaseFingerprint fingerprint) {
        this.fingerprint = fingerprint;
    }

    Map<String, String> take() {
        return fingerprint.take();
    }

    /** Tells a trace of the refused request from effects of earlier ones that were still on their way. */
    boolean changesAgain(FuzzRequest request, RawHttp http) throws IOException {
        awaitStillness();
        Map<String, String> before = take();
        http.send(request);
        return !take().equals(before);
    }

    private void awaitStillness() {
        var last = new ArrayList<Map<String, String>>();
        Awaitility.await("a quiet database")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    last.add(take());
                    int n = last.size();
                    return n > 3 && last.subList(n - 4, n).stream().distinct().count() == 1;
                });
    }
}
