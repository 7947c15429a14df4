package org.linli.platform.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The directory of a zip file in memory. What the JDK can read from memory goes by the headers before each part, which
 * not every writer fills in; the directory at the end is what spreadsheets go by. Source: APPNOTE.TXT 4.3, 4.4.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int LISTED = 0x02014b50;
    private static final int PART = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int LISTED_LENGTH = 46;
    private static final int PART_LENGTH = 30;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final byte[] file;
    private final ByteBuffer fields;
    private final Map<String, Entry> entries = new HashMap<>();

    private ZipDirectory(byte[] file) {
        this.file = file;
        this.fields = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @param packed its bytes in the file */
    private record Entry(int method, int crc, int from, int packed) {}

    /** @throws IOException where it is damaged, or a part is protected by a password */
    static ZipDirectory read(byte[] file, int most) throws IOException {
        ZipDirectory directory = new ZipDirectory(file);
        try {
            directory.list(most);
        } catch (IndexOutOfBoundsException | IllegalArgumentException outside) {
            throw new IOException(outside);
        }
        return directory;
    }

    private void list(int most) throws IOException {
        int end = end();
        int count = fields.getShort(end + 10) & 0xFFFF;
        if (count > most) {
            throw new TooMany();
        }
        int at = fields.getInt(end + 16);
        for (int number = 0; number < count; number++) {
            check(fields.getInt(at) == LISTED);
            if ((fields.getShort(at + 8) & 1) != 0) {
                throw new Encrypted();
            }
            int nameLength = fields.getShort(at + 28) & 0xFFFF;
            String name = new String(file, at + LISTED_LENGTH, nameLength, StandardCharsets.UTF_8);
            Entry entry = new Entry(
                    fields.getShort(at + 10) & 0xFFFF,
                    fields.getInt(at + 16),
                    content(fields.getInt(at + 42)),
                    fields.getInt(at + 20));
            check(entry.packed() >= 0 && entry.packed() <= file.length - entry.from());
            check(entries.put(key(name), entry) == null);
            at += LISTED_LENGTH
                    + nameLength
                    + (fields.getShort(at + 30) & 0xFFFF)
                    + (fields.getShort(at + 32) & 0xFFFF);
        }
    }

    /** Where the record stands that ends the file, but for a comment. */
    private int end() throws IOException {
        for (int at = file.length - END_LENGTH; at >= Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT); at--) {
            if (fields.getInt(at) == END) {
                return at;
            }
        }
        throw new IOException("no end");
    }

    private int content(int header) throws IOException {
        check(fields.getInt(header) == PART);
        return header + PART_LENGTH + (fields.getShort(header + 26) & 0xFFFF) + (fields.getShort(header + 28) & 0xFFFF);
    }

    private static void check(boolean right) throws IOException {
        if (!right) {
            throw new IOException("not as a zip file");
        }
    }

    /** Names make no difference between capital and small letters. */
    static String key(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    Iterable<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    private Entry entry(String name) throws IOException {
        Entry entry = entries.get(key(name));
        if (entry == null) {
            throw new IOException("no part of this name");
        }
        return entry;
    }

    /** @throws IOException where there is none of this name, or none that can be unpacked */
    InputStream open(String name) throws IOException {
        Entry entry = entry(name);
        check(entry.method() == STORED || entry.method() == DEFLATED);
        InputStream packed = new ByteArrayInputStream(file, entry.from(), entry.packed());
        return entry.method() == STORED
                ? packed
                : new InflaterInputStream(packed, new Inflater(true), 1 << 14) {
                    @Override
                    public void close() throws IOException {
                        super.close();
                        inf.end();
                    }
                };
    }

    /** Unpacks a part to nowhere, up to so many bytes, and looks whether it is whole. */
    long unpacked(String name, long most) throws IOException {
        CRC32 sum = new CRC32();
        byte[] some = new byte[1 << 15];
        long size = 0;
        try (InputStream part = new CheckedInputStream(open(name), sum)) {
            for (int read = part.read(some); read >= 0; read = part.read(some)) {
                size += read;
                if (size > most) {
                    return size;
                }
            }
        }
        check((int) sum.getValue() == entry(name).crc());
        return size;
    }

    static final class Encrypted extends IOException {}

    static final class TooMany extends IOException {}
}
