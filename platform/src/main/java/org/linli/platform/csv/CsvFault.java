package org.linli.platform.csv;

/** Why a file is not the table that it should be, in words that go on from its name. */
public final class CsvFault extends RuntimeException {

    CsvFault(String message) {
        super(message);
    }
}
