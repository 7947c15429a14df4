package org.linli.platform.testing.fuzz;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP/1.1 over a plain socket: sends whatever bytes it is given, which no decent client would. */
final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final URI base;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    RawHttp(URI base) {
        this.base = base;
    }

    /**
     * What came back.
     *
     * @param headers names in lower case
     */
    record Answer(int status, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        HttpHeaders httpHeaders() {
            HttpHeaders all = new HttpHeaders();
            headers.forEach(all::add);
            return all;
        }

        String contentType() {
            return headers.getOrDefault("content-type", "");
        }
    }

    /** Sends and waits; a connection that the server closed between two requests is opened again once. */
    Answer send(FuzzRequest request) throws IOException {
        boolean fresh = socket == null;
        try {
            return exchange(request);
        } catch (SocketTimeoutException silent) {
            close();
            throw silent;
        } catch (IOException hungUp) {
            close();
            if (fresh) {
                throw hungUp;
            }
            return exchange(request);
        }
    }

    private Answer exchange(FuzzRequest request) throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(base.getHost(), base.getPort());
            open.setSoTimeout(PATIENCE_MILLIS);
            open.setTcpNoDelay(true);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        open.getOutputStream().write(request.bytes(base.getAuthority()));
        open.getOutputStream().flush();
        InputStream from = in;
        if (from == null) {
            throw new EOFException("closed");
        }
        return read(from);
    }

    private Answer read(InputStream from) throws IOException {
        int status = Integer.parseInt(line(from).split(" ")[1]);
        var headers = new TreeMap<String, String>();
        for (String header = line(from); !header.isEmpty(); header = line(from)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).trim());
        }
        byte[] body = headers.containsKey("transfer-encoding")
                ? chunks(from)
                : from.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            close();
        }
        return new Answer(status, headers, body);
    }

    private static byte[] chunks(InputStream from) throws IOException {
        var all = new ByteArrayOutputStream();
        for (int size = chunkSize(from); size > 0; size = chunkSize(from)) {
            all.write(from.readNBytes(size));
            line(from);
        }
        line(from);
        return all.toByteArray();
    }

    private static int chunkSize(InputStream from) throws IOException {
        return Integer.parseInt(line(from).trim(), 16);
    }

    private static String line(InputStream from) throws IOException {
        var line = new StringBuilder();
        for (int c = from.read(); c != '\n'; c = from.read()) {
            if (c < 0) {
                throw new EOFException("The server hung up after '" + line + "'");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
