package org.linli.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A client that sends a whole request and hangs up without reading the answer.
 *
 * @param server whose scheme is http
 */
public record CutLine(URI server) {

    private static final int PATIENCE = 10_000;

    /** @param micros from the last byte of the request to the end of the connection */
    public void send(String method, String path, Map<String, String> headers, byte[] body, long micros)
            throws IOException {
        try (var socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE);
            socket.getOutputStream().write(request(method, path, headers, body));
            socket.getOutputStream().flush();
            long until = System.nanoTime() + micros * 1_000;
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
        }
    }

    private byte[] request(String method, String path, Map<String, String> headers, byte[] body) {
        String head = "%s %s HTTP/1.1\r\nHost: %s\r\n%s\r\nContent-Length: %d\r\n\r\n"
                .formatted(
                        method,
                        path,
                        server.getAuthority(),
                        headers.entrySet().stream()
                                .map(header -> header.getKey() + ": " + header.getValue())
                                .collect(Collectors.joining("\r\n")),
                        body.length);
        byte[] start = head.getBytes(UTF_8);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }
}
