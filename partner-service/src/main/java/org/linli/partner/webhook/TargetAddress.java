package org.linli.partner.webhook;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A target as it is sent: whatever is not ASCII is percent-encoded UTF-8 in path and query (RFC 3986, 2.1 and 2.5), and the
 * host is in its ASCII form (RFC 3490). What is encoded already stays as it is.
 */
final class TargetAddress {

    private static final Pattern PARTS = Pattern.compile("([^:/?#]+://)([^/?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(.*?)(:[0-9]*)?", Pattern.DOTALL);

    private TargetAddress() {}

    /** @throws URISyntaxException where it is none, or holds blanks or what cannot be seen */
    static URI of(String url) throws URISyntaxException {
        if (url.codePoints().anyMatch(TargetAddress::isHidden)) {
            throw new URISyntaxException("", "holds blanks or what cannot be seen");
        }
        Matcher parts = PARTS.matcher(url);
        return new URI(
                parts.matches() ? parts.group(1) + authority(parts.group(2)) + encoded(parts.group(3)) : encoded(url));
    }

    /** A user in it, which is refused later, makes it no host. */
    private static String authority(String authority) throws URISyntaxException {
        Matcher parts = AUTHORITY.matcher(authority);
        if (isAscii(authority) || !parts.matches()) {
            return authority;
        }
        try {
            String port = parts.group(2) == null ? "" : parts.group(2);
            return IDN.toASCII(parts.group(1), IDN.USE_STD3_ASCII_RULES) + port;
        } catch (IllegalArgumentException notAHost) {
            throw new URISyntaxException("", "not a host");
        }
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            if (one >= 0) {
                encoded.append((char) one);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", one & 0xFF));
            }
        }
        return encoded.toString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isHidden(int c) {
        return Character.isSpaceChar(c) || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }
}
