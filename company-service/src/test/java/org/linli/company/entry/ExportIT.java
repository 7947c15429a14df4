package org.linli.company.entry;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.linli.company.CompanySteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestTokens;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A file of any length costs its readers' patience, never the service's connections. */
@LinliTest
class ExportIT {

    /** More than the pool has connections. */
    private static final int READERS = 12;

    private static final int ENTRIES = 20_000;

    @Autowired
    ServiceUnderTest service;

    @Autowired
    MeterRegistry meters;

    private final String branch = Histories.freshStreet() + "101";

    @Test
    void readers_that_read_nothing_hold_no_connection_and_the_file_is_whole_for_who_reads() throws IOException {
        new CompanySteps(service.http()).register(branch);
        service.database().execute("""
                INSERT INTO revenue_entry (entry_no, unit_code, period, date, line, gross, tax, direct_cost, memo, recorded_by)
                SELECT '%1$s-' || n, '%1$s', '2026-01', DATE '2026-01-15', 'CANTEEN', 100, 0, 0, repeat('饭', 100), 'clerk'
                  FROM generate_series(1, %2$d) AS n
                """.formatted(branch, ENTRIES));
        List<Socket> readers = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                readers.add(readerOfNothing());
            }
            for (Socket reader : readers) {
                assertThat(reader.getInputStream().read())
                        .as("the answer has begun")
                        .isEqualTo('H');
            }
            Awaitility.await("no connection is held")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> meters.get("r2dbc.pool.acquired").gauge().value() == 0);
            assertThat(lines()).isEqualTo(ENTRIES + 1);
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
    }

    private Socket readerOfNothing() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(
                service.http().base().getHost(), service.http().base().getPort()));
        String request = "GET /api/company/entries/export HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + TestTokens.token(Role.BRANCH_CLERK, branch) + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private long lines() {
        byte[] file = service.http()
                .as(Role.BRANCH_CLERK, branch)
                .get()
                .uri("/api/company/entries/export")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(file, StandardCharsets.UTF_8).lines().count();
    }
}
