package org.linli.partner.document;

import org.linli.platform.security.Role;
import org.linli.platform.testing.TestTokens;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A tus client of our own, as small as can be. */
public final class UploadSteps {

    private final URI base;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Speaks as subject {@code partner-<unit>}, which is registered already. */
    public UploadSteps(URI base, String unit) {
        this(TestTokens.token(Role.PARTNER, unit), base);
    }

    private UploadSteps(String token, URI base) {
        this.base = base;
        this.token = token;
    }

    /** Speaks with that token. */
    public static UploadSteps bearing(String token, URI base) {
        return new UploadSteps(token, base);
    }

    /** Begins an upload. @return its path */
    public String begin(String name, long length) {
        HttpResponse<byte[]> made = create(name, String.valueOf(length));
        if (made.statusCode() != 201) {
            throw new AssertionError(text(made));
        }
        return made.headers().firstValue("Location").orElseThrow();
    }

    /** Uploads a file at one go. @return the document's id */
    public String upload(String name, byte[] content) {
        String path = begin(name, content.length);
        HttpResponse<byte[]> sent = patch(path, 0, content);
        if (sent.statusCode() != 204) {
            throw new AssertionError(text(sent));
        }
        return path.substring(path.lastIndexOf('/') + 1);
    }

    HttpResponse<byte[]> create(String name, String length) {
        String encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        return send(request("/api/partner/uploads")
                .header("Upload-Length", length)
                .header("Upload-Metadata", "filename " + encoded + ",filetype eA==")
                .POST(BodyPublishers.noBody()));
    }

    HttpResponse<byte[]> patch(String path, long offset, byte[] content, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Upload-Offset", String.valueOf(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(content));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<byte[]> head(String path) {
        return send(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    long offset(String path) {
        return Long.parseLong(head(path).headers().firstValue("Upload-Offset").orElseThrow());
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<byte[]> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Tus-Resumable", "1.0.0");
    }

    /** Announces {@code content} and hangs up after {@code sent} bytes of it. */
    void patchAndHangUp(String path, long offset, byte[] content, int sent) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String head = "PATCH " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                    + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: "
                    + offset + "\r\nContent-Length: " + content.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(content, 0, sent);
            socket.getOutputStream().flush();
        }
    }

    static String text(HttpResponse<byte[]> answer) {
        return answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }
}
