package org.linli.platform.encryption;

import org.jspecify.annotations.Nullable;

/** A sealed value that cannot be opened. It is a fault of the data or the settings, never of a request. */
public final class UnreadableSecret extends RuntimeException {

    UnreadableSecret(String reason, @Nullable Throwable cause) {
        super("a sealed value cannot be opened: " + reason, cause);
    }
}
