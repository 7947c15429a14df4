package org.linli.local.suite;

/** Something the person at the terminal can do something about; the message is one clear line that says what. */
public final class SuiteFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SuiteFailure(String message) {
        super(message);
    }
}
