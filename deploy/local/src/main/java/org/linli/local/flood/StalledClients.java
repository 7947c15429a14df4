package org.linli.local.flood;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Callers who hold on to what they began: bodies that are announced and never come, answers that are never read. */
final class StalledClients {
    private final int port;
    private final int parallel;
    private final Duration time;

    StalledClients(int port, int parallel, Duration time) {
        this.port = port;
        this.parallel = parallel;
        this.time = time;
    }

    /** Announces bodies and sends none; gives how the server answered within the time. */
    Flood.Outcome bodiesThatNeverCome(HeaviestRequest request, String token) {
        return hold(
                head(
                        request,
                        token,
                        "Content-Length: 60000\r\nContent-Type: "
                                + request.headers().getOrDefault("Content-Type", "application/json") + "\r\n"),
                true);
    }

    /** Asks and does not read, with the smallest buffers. */
    Flood.Outcome readersThatNeverRead(HeaviestRequest request, String token) {
        return hold(head(request, token, ""), false);
    }

    private static String head(HeaviestRequest request, String token, String more) {
        return request.method() + " " + request.path() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                + "Idempotency-Key: stalled-" + System.nanoTime() + "\r\n" + more + "\r\n";
    }

    private Flood.Outcome hold(String head, boolean read) {
        List<Socket> sockets = new ArrayList<>();
        Latencies latencies = new Latencies();
        Map<String, Integer> statuses = new TreeMap<>();
        try {
            long begin = System.nanoTime();
            for (int i = 0; i < parallel; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(2_048);
                socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                sockets.add(socket);
            }
            long end = begin + time.toNanos();
            for (Socket socket : sockets) {
                String status = read ? answer(socket, end) : "held";
                statuses.merge(status, 1, Integer::sum);
                latencies.add(System.nanoTime() - begin);
            }
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        } catch (IOException refused) {
            statuses.merge(Flood.LOST, 1, Integer::sum);
        } finally {
            sockets.forEach(StalledClients::close);
        }
        return new Flood.Outcome(statuses, latencies);
    }

    private static String answer(Socket socket, long end) {
        try {
            long left = (end - System.nanoTime()) / 1_000_000;
            socket.setSoTimeout((int) Math.max(1, left));
            byte[] line = socket.getInputStream().readNBytes(12);
            return line.length < 12 ? "closed" : new String(line, StandardCharsets.US_ASCII).substring(9);
        } catch (SocketTimeoutException waiting) {
            return "held";
        } catch (IOException hungUp) {
            return "closed";
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // closed is closed
        }
    }
}
