package org.linli.platform.csv;

/** Why a file is not the table that it should be, in words that go on from its name. */
public final class CsvFault extends RuntimeException {

    private final boolean ofHeader;

    private CsvFault(String message, boolean ofHeader) {
        super(message);
        this.ofHeader = ofHeader;
    }

    static CsvFault ofHeader(String message) {
        return new CsvFault(message, true);
    }

    static CsvFault ofFile(String message) {
        return new CsvFault(message, false);
    }

    /** Whether it is the first row that is wrong, and not the file as a whole. */
    public boolean ofHeader() {
        return ofHeader;
    }
}
