package org.linli.partner.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks whether a PDF runs, opens or carries anything. Readers come to an object by the word {@code obj} before it, or by
 * an object stream that it is packed in; so whatever follows that word is read, wherever it stands, and each object stream
 * is unpacked. What cannot be read, or only with a key, is refused.
 *
 * <p>Source: ISO 32000-2, 7.2 to 7.5 (syntax), 12.6 (actions), 7.11 (embedded files).
 */
final class PdfObjects {

    /** Long enough not to stand in packed bytes by chance: looked for in the whole file. */
    private static final Set<String> ANYWHERE = Set.of(
            "JavaScript",
            "Launch",
            "RichMedia",
            "EmbeddedFile",
            "EmbeddedFiles",
            "FileAttachment",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "OnInstantiate",
            "Encrypt");

    private static final Set<String> IN_OBJECTS = Set.of("JS", "EF", "XFA");

    private static final Set<String> VALUES = Set.of("R", "true", "false", "null");

    /** The only packing of an object stream that is read here; there is hardly another in use. */
    private static final Set<String> FLATE = Set.of("FlateDecode", "Fl");

    private static final Set<String> OTHER_PACKING = Set.of(
            "ASCIIHexDecode",
            "AHx",
            "ASCII85Decode",
            "A85",
            "LZWDecode",
            "LZW",
            "RunLengthDecode",
            "RL",
            "CCITTFaxDecode",
            "CCF",
            "DCTDecode",
            "DCT",
            "JBIG2Decode",
            "JPXDecode",
            "BrotliDecode",
            "Crypt",
            "Predictor",
            "F",
            "FFilter");

    private static final Set<String> DIRECT = Set.of("null", "[", "]", "<<");

    /** Whose value may stand elsewhere, where it is not seen. */
    private static final List<String> PACKING = List.of("Filter", "DecodeParms", "DP");

    /** Unpacked, of all object streams of a file. */
    private static final int MOST_UNPACKED = 64 << 20;

    /** Of one object stream: those of a hundred objects are far smaller. */
    private static final int LARGEST_STREAM = 8 << 20;

    private final ByteBuffer file;

    /** An object is read once, but for those that are made to hold others. */
    private long left;

    private int unpacked;

    private PdfObjects(ByteBuffer file) {
        this.file = file;
        this.left = 4L * file.limit() + (1 << 20);
    }

    static boolean areStill(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            long size = channel.size();
            return size < Integer.MAX_VALUE
                    && new PdfObjects(channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena)
                                    .asByteBuffer())
                            .areStill();
        }
    }

    private boolean areStill() {
        for (int at = 0; at < file.limit(); at++) {
            byte now = file.get(at);
            if (now == '/' && ANYWHERE.contains(PdfTokens.nameAt(file, at))) {
                return false;
            }
            if (now == 'o' && beginsObject(at) && !isStillFrom(at + 3)) {
                return false;
            }
        }
        return true;
    }

    /** After a number, or what may stand between the two: not the end of {@code endobj}. */
    private boolean beginsObject(int at) {
        if (at == 0 || at + 3 > file.limit() || file.get(at + 1) != 'b' || file.get(at + 2) != 'j') {
            return false;
        }
        int before = file.get(at - 1);
        return PdfTokens.isBlank(before) || (before >= '0' && before <= '9');
    }

    private boolean isStillFrom(int at) {
        PdfTokens tokens = new PdfTokens(file, at);
        Packing packing = new Packing();
        int depth = 0;
        while (true) {
            int from = tokens.at();
            String token = tokens.next();
            left -= tokens.at() - from;
            if (left < 0 || isRunning(token)) {
                return false;
            }
            packing.add(token);
            switch (token) {
                case "<<", "[" -> depth++;
                case ">>", "]" -> depth--;
                case "stream" -> {
                    return depth == 0 && (!packing.isOfObjects() || isStill(packing, tokens.at()));
                }
                case "", "obj", "endobj" -> {
                    return depth <= 0;
                }
                default -> {
                    if (depth <= 0 && isKeyword(token)) {
                        return !(packing.isOfObjects() && token.startsWith("stream"));
                    }
                }
            }
        }
    }

    private static boolean isRunning(String token) {
        return token.startsWith("/")
                && (ANYWHERE.contains(token.substring(1)) || IN_OBJECTS.contains(token.substring(1)));
    }

    private static boolean isKeyword(String token) {
        return Character.isLetter(token.charAt(0)) && !VALUES.contains(token);
    }

    /** Objects that lie in a stream. @param at behind the word {@code stream} */
    private boolean isStill(Packing packing, int at) {
        if (!packing.isRead()) {
            return false;
        }
        if (!packing.flate()) {
            return isStill(file.slice(at, file.limit() - at), true);
        }
        int start = at;
        while (start < file.limit() && file.get(start) != '\n' && file.get(start) != '\r') {
            start++;
        }
        start += start + 1 < file.limit() && file.get(start) == '\r' && file.get(start + 1) == '\n' ? 2 : 1;
        // Behind the two bytes of zlib's head, which readers do not look at.
        byte[] objects = start + 2 < file.limit() ? inflated(start + 2) : new byte[0];
        return objects.length > 0 && isStill(ByteBuffer.wrap(objects), false);
    }

    private boolean isStill(ByteBuffer objects, boolean toEnd) {
        PdfTokens tokens = new PdfTokens(objects, 0);
        int from = 0;
        for (String token = tokens.next(); !token.isEmpty(); token = tokens.next()) {
            left -= toEnd ? tokens.at() - from : 0;
            from = tokens.at();
            if (left < 0 || isRunning(token)) {
                return false;
            }
            if (toEnd && token.equals("endstream")) {
                return true;
            }
        }
        return !toEnd;
    }

    /** Empty where it cannot be unpacked or comes to too much. */
    private byte[] inflated(int from) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file.slice(from, file.limit() - from));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] some = new byte[64 * 1024];
            while (!inflater.finished()) {
                int count = inflater.inflate(some);
                unpacked += count;
                all.write(some, 0, count);
                boolean stuck = count == 0 && !inflater.finished();
                if (stuck || unpacked > MOST_UNPACKED || all.size() > LARGEST_STREAM) {
                    return new byte[0];
                }
            }
            left -= inflater.getBytesRead();
            return all.toByteArray();
        } catch (DataFormatException broken) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    /** What a stream's dictionary says of how it is packed. */
    private static final class Packing {

        private boolean objects;
        private boolean flate;
        private boolean unread;
        private String before = "";

        void add(String token) {
            boolean value = PACKING.contains(before.isEmpty() ? before : before.substring(1));
            // A name, null or what stands right here; a number would be of an object elsewhere.
            unread |= value && !token.startsWith("/") && !DIRECT.contains(token);
            String name = token.startsWith("/") ? token.substring(1) : "";
            objects |= name.equals("ObjStm") || name.equals("First");
            unread |= OTHER_PACKING.contains(name) || (flate && FLATE.contains(name));
            flate |= FLATE.contains(name);
            // In a list too a number would be of an object elsewhere.
            before = token.equals("[") && value ? before : name.isEmpty() ? "" : token;
        }

        boolean isOfObjects() {
            return objects;
        }

        boolean flate() {
            return flate;
        }

        boolean isRead() {
            return !unread;
        }
    }
}
