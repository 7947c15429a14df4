package org.linli.platform.sheet;

import org.linli.platform.table.TableFault;

import java.nio.charset.StandardCharsets;

/** Files that are called xlsx and are something else, told by what they are. */
final class FileKinds {

    private static final String XLSX = "an Excel workbook (.xlsx) without password";

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private FileKinds() {}

    /** @throws TableFault where the first bytes are not those of a zip file */
    static void check(byte[] file) {
        if (begins(file, OLE)) {
            throw holds(file, ENCRYPTED)
                    ? encrypted()
                    : TableFault.ofFile(
                            "is no xlsx file but an old workbook (.xls)", "saved as Excel workbook (.xlsx), or CSV");
        }
        if (!begins(file, ZIP)) {
            throw isText(file)
                    ? TableFault.ofFile(
                            "is no xlsx file but text", "text/csv as its type if it is CSV, or saved as .xlsx")
                    : TableFault.ofFile("is no xlsx file", XLSX);
        }
    }

    /** @throws TableFault where a zip file without a workbook is of another known kind */
    static void checkKind(ZipDirectory parts) {
        if (parts.has("xl/workbook.bin")) {
            throw TableFault.ofFile("is no xlsx file but a binary workbook (.xlsb)", "saved as Excel workbook (.xlsx)");
        }
        if (parts.has("content.xml") && parts.has("mimetype")) {
            throw TableFault.ofFile("is no xlsx file but an OpenDocument file", "saved as Excel workbook (.xlsx)");
        }
        if (!parts.has("_rels/.rels") || !parts.has("[Content_Types].xml")) {
            throw TableFault.ofFile("is a zip file but no workbook", XLSX);
        }
    }

    static TableFault encrypted() {
        return TableFault.ofFile("is protected by a password", "saved without password");
    }

    static TableFault broken(String message) {
        return TableFault.ofFile(message, XLSX + " as Excel saves it");
    }

    private static boolean begins(byte[] file, byte[] mark) {
        return file.length >= mark.length && isAt(file, mark, 0);
    }

    private static boolean holds(byte[] file, byte[] mark) {
        for (int at = file.length - mark.length; at >= 0; at--) {
            if (isAt(file, mark, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] file, byte[] mark, int at) {
        for (int i = 0; i < mark.length; i++) {
            if (file[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(byte[] file) {
        for (int at = 0; at < Math.min(file.length, 1000); at++) {
            if (file[at] >= 0 && file[at] < ' ' && file[at] != '\t' && file[at] != '\n' && file[at] != '\r') {
                return false;
            }
        }
        return file.length > 0;
    }
}
