package org.linli.partner.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Names of targets as addresses; one inner address among them, and the name leads nowhere. */
final class HostNames {

    private final Lookup lookup;
    private final boolean allowInner;

    HostNames(Lookup lookup, boolean allowInner) {
        this.lookup = lookup;
        this.allowInner = allowInner;
    }

    /** Blocks. @throws UnknownHostException where there is none, or an inner one */
    List<InetAddress> resolve(String host) throws UnknownHostException {
        List<InetAddress> all = Arrays.asList(lookup.all(host));
        if (all.isEmpty()) {
            throw new UnknownHostException("the name has no address");
        }
        if (!allowInner && all.stream().anyMatch(InnerAddresses::contains)) {
            throw new InnerAddressRefused();
        }
        return all;
    }

    /** As {@link InetAddress#getAllByName}. */
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    static final class InnerAddressRefused extends UnknownHostException {
        InnerAddressRefused() {
            super("the name leads to an inner address");
        }
    }
}
