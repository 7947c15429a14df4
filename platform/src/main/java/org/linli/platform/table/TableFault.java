package org.linli.platform.table;

/** Why a file is not the table that it should be, in words that go on from its name. */
public final class TableFault extends RuntimeException {

    private final String expected;

    private TableFault(String message, String expected) {
        super(message);
        this.expected = expected;
    }

    public static TableFault ofHeader(String message) {
        return new TableFault(message, "");
    }

    /** @param expected what would be right, in a few words */
    public static TableFault ofFile(String message, String expected) {
        return new TableFault(message, expected);
    }

    /** Whether it is the first row that is wrong, and not the file as a whole. */
    public boolean ofHeader() {
        return expected.isEmpty();
    }

    /** What would be right; empty where it is the header, whose columns the caller knows. */
    public String expected() {
        return expected;
    }
}
