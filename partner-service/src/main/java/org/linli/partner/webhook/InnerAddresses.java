package org.linli.partner.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Addresses that no webhook may reach, since what answers there trusts who is inside: this machine, private and shared
 * networks, link-local, unique-local, multicast, reserved, and the IPv6 forms that carry such an IPv4 address.
 *
 * <p>Source: IANA special-purpose address registries (RFC 6890).
 */
final class InnerAddresses {

    private InnerAddresses() {}

    static boolean contains(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> isInner4(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
            case Inet6Address six -> isInner6(bytes);
            default -> true;
        };
    }

    private static boolean isInner4(int first, int second, int third) {
        return switch (first) {
            case 0, 10, 127 -> true;
            case 100 -> second >= 64 && second <= 127;
            case 169 -> second == 254;
            case 172 -> second >= 16 && second <= 31;
            case 192 -> second == 168 || (second == 0 && (third == 0 || third == 2));
            case 198 -> second == 18 || second == 19 || (second == 51 && third == 100);
            case 203 -> second == 0 && third == 113;
            default -> first >= 224;
        };
    }

    /** Only the global range 2000::/3 is outside, and in it not what leads to an IPv4 address or to documentation. */
    private static boolean isInner6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        if (first == 0x0064 && second == 0xff9b) {
            return isInnerAt(bytes, 12);
        }
        if (first == 0x2002) {
            return isInnerAt(bytes, 2);
        }
        boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
        return special || (first & 0xe000) != 0x2000;
    }

    private static boolean isInnerAt(byte[] bytes, int from) {
        try {
            return contains(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException impossible) {
            return true;
        }
    }
}
