package org.linli.local.run;

/** The file as a whole cannot be taken: missing, no header, a column missing or unknown. The message says which. */
public final class FileFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileFailure(String message) {
        super(message);
    }
}
