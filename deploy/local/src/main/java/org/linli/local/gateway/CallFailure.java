package org.linli.local.gateway;

/** A call was refused where it should not be, or not answered in the time given; the message says which and how. */
public final class CallFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CallFailure(String message) {
        super(message);
    }
}
