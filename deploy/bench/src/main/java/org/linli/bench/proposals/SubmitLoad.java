package org.linli.bench.proposals;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Hands in one proposal after the other over kept connections, each with a key of its own; anything but 201 ends the
 * bench.
 *
 * @param call that they answer
 * @param bearer of the partner, asked for each time
 */
record SubmitLoad(int connections, String call, Supplier<String> bearer) {

    double ratePerSecond(String address, Duration time) throws Exception {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long answers = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Random random = new Random(start + i);
                counts.add(threads.submit(() -> handIn(URI.create(address), random, end)));
            }
            for (Future<Long> count : counts) {
                answers += count.get();
            }
        }
        return answers * 1e9 / (System.nanoTime() - start);
    }

    private long handIn(URI address, Random random, long end) throws IOException {
        long answers = 0;
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request(address, random));
                readAnswer(in);
                answers++;
            }
        }
        return answers;
    }

    /** What the partner says this time. */
    String body(Random random) {
        Offer offer = Offer.of(random);
        return """
                {"callId":"%s","title":"%s","summary":"%s","mode":"VENUE_COOPERATION","priceYuan":"60.00",\
                "marketPriceYuan":"120.00","sharePercent":15,"benefitSessions":6,"submit":true}""".formatted(call, offer.title(), offer.summary());
    }

    private byte[] request(URI address, Random random) {
        byte[] body = body(random).getBytes(UTF_8);
        var request = new ByteArrayOutputStream(body.length + 1_500);
        request.writeBytes(("POST /api/partner/proposals HTTP/1.1\r\nHost: " + address.getAuthority()
                        + "\r\nAuthorization: " + bearer.get() + "\r\nIdempotency-Key: " + UUID.randomUUID()
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        var body = new ByteArrayOutputStream(2_048);
        while (chunked) {
            int size = Integer.parseInt(line(in), 16);
            body.write(in.readNBytes(size));
            in.skipNBytes(2);
            chunked = size > 0;
        }
        body.write(in.readNBytes(length));
        if (!status.contains(" 201 ")) {
            throw new IOException("the answer was " + status + ": " + body.toString(UTF_8));
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
