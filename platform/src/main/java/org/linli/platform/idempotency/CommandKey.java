package org.linli.platform.idempotency;

/**
 * What makes a command the same command when it is sent again: the {@code Idempotency-Key} header together with who
 * sent it. A controller takes it as an argument; a request without the header is answered with 400.
 *
 * @param caller subject of the token
 * @param key 1 to 200 visible ASCII characters
 * @param route method and path of the request: part of what must be the same
 */
public record CommandKey(String caller, String key, String route) {

    public static final String HEADER = "Idempotency-Key";
    public static final String EXPECTED =
            "1 to 200 visible ASCII characters, the same when the same command is sent again";
}
