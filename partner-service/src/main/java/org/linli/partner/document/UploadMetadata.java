package org.linli.partner.document;

import org.jspecify.annotations.Nullable;
import org.linli.platform.text.Texts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The name of the file from the header {@code Upload-Metadata}: pairs of a key and a value in Base64, with commas
 * between. Other keys are passed over.
 */
final class UploadMetadata {

    static final String HEADER = "Upload-Metadata";
    private static final String EXPECTED = "filename <name of 1 to 200 characters in Base64>";
    /** Of the header, with keys that other programs read; a name of 200 characters takes 1,070 of it. */
    private static final int LONGEST_HEADER = 4096;

    private UploadMetadata() {}

    /** The last part of the name, so that no path is kept. */
    static String name(@Nullable String header) {
        if (header != null && header.length() > LONGEST_HEADER) {
            throw UploadProblems.header(HEADER, "is too long", "up to " + LONGEST_HEADER + " characters");
        }
        String encoded = header == null ? "" : pairs(header).getOrDefault("filename", "");
        if (encoded.isEmpty()) {
            throw UploadProblems.header(HEADER, "names no file", EXPECTED);
        }
        String name = Texts.trimmed(lastPart(decoded(encoded)));
        if (name.isEmpty() || Texts.length(name) > FileName.LONGEST) {
            throw UploadProblems.header(HEADER, "not the name of a file", EXPECTED);
        }
        FileName.fault(name).ifPresent(fault -> {
            throw UploadProblems.name(fault);
        });
        return name;
    }

    /** Keys are unique (tus 1.0, Upload-Metadata); a value may be missing. */
    private static Map<String, String> pairs(String header) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" ", -1);
            if (!parts[0].isEmpty() && pairs.put(parts[0], parts.length == 2 ? parts[1] : "") != null) {
                throw UploadProblems.header(HEADER, "names a key twice", "each key once");
            }
        }
        return pairs;
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String decoded(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            throw UploadProblems.header(HEADER, "cannot be read", EXPECTED);
        }
    }
}
