package org.linli.platform.sheet;

import org.linli.platform.table.TableFault;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The parts of a workbook's zip file. All of it is unpacked once, to nowhere, before any part is parsed: by then it is
 * known how large it is, whatever it says of itself.
 */
final class PackageParts {

    /** Of a body of up to 12 MB; 100,000 rows of our own are 130 MB before they are packed. */
    private static final long MOST_BYTES = 192L << 20;

    private static final int MOST_PARTS = 1000;

    private final ZipDirectory zip;
    private final Map<String, Long> sizes;

    private PackageParts(ZipDirectory zip, Map<String, Long> sizes) {
        this.zip = zip;
        this.sizes = sizes;
    }

    /** @throws TableFault where it is no zip file with a workbook, or one beyond all measure */
    static PackageParts open(byte[] file) {
        FileKinds.check(file);
        try {
            ZipDirectory zip = ZipDirectory.read(file, MOST_PARTS);
            Map<String, Long> sizes = new HashMap<>();
            long left = MOST_BYTES;
            for (String name : zip.names()) {
                long size = zip.unpacked(name, left);
                left -= size;
                if (left < 0) {
                    throw tooMuch();
                }
                sizes.put(name, size);
            }
            FileKinds.checkKind(zip);
            return new PackageParts(zip, sizes);
        } catch (ZipDirectory.Encrypted locked) {
            throw FileKinds.encrypted();
        } catch (ZipDirectory.TooMany many) {
            throw tooMuch();
        } catch (IOException notWhole) {
            throw FileKinds.broken("is damaged or was cut off");
        }
    }

    private static TableFault tooMuch() {
        return TableFault.ofFile("unpacks to more than any table needs", "up to 192 MB unpacked, in up to 1000 parts");
    }

    boolean has(String name) {
        return zip.has(name);
    }

    long size(String name) {
        return sizes.getOrDefault(ZipDirectory.key(name), 0L);
    }

    InputStream open(String name) throws IOException {
        return zip.open(name);
    }
}
