package org.linli.partner.document;

import java.util.UUID;

/**
 * What is known of an upload.
 *
 * @param length bytes that will come
 * @param offset bytes that have come
 */
record Upload(UUID id, UUID partnerId, String name, long length, long offset, State state) {

    enum State {
        OPEN,
        DONE,
        REFUSED
    }

    boolean isWhole() {
        return offset == length;
    }

    /** Where its pieces lie until it is a document. */
    String folder() {
        return "uploads/" + id;
    }
}
