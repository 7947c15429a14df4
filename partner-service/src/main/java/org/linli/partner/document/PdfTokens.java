package org.linli.partner.document;

import java.nio.ByteBuffer;

/**
 * The words of a PDF one after the other: names with their slash and without escapes, brackets, keywords and numbers;
 * strings as {@code (}, comments not at all.
 *
 * <p>Source: ISO 32000-2, 7.2 and 7.3.
 */
final class PdfTokens {

    /** Longer names mean nothing here. */
    private static final int LONGEST = 64;

    private final ByteBuffer bytes;
    private int at;

    PdfTokens(ByteBuffer bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** Where the next one begins, or blanks before it. */
    int at() {
        return at;
    }

    /** Empty at the end. */
    String next() {
        skipBlanks();
        if (at >= bytes.limit()) {
            return "";
        }
        byte first = bytes.get(at);
        return switch (first) {
            case '/' -> name();
            case '(' -> string();
            case '<' -> twice('<') ? "<<" : hex();
            case '>' -> twice('>') ? ">>" : single(">");
            case '[', ']', '{', '}', ')' -> single(String.valueOf((char) first));
            default -> word();
        };
    }

    /** Without slash, {@code #4a} read as {@code J}. */
    static String nameAt(ByteBuffer bytes, int slash) {
        StringBuilder name = new StringBuilder();
        int at = slash + 1;
        while (at < bytes.limit() && isRegular(bytes.get(at)) && name.length() < LONGEST) {
            int escaped = bytes.get(at) == '#' ? hex(bytes, at + 1) : -1;
            name.append((char) (escaped < 0 ? bytes.get(at) & 0xff : escaped));
            at += escaped < 0 ? 1 : 3;
        }
        return name.toString();
    }

    static boolean isBlank(int one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t' || one == '\f' || one == 0;
    }

    private static boolean isRegular(int one) {
        return !isBlank(one) && "()<>[]{}/%".indexOf(one) < 0;
    }

    private static int hex(ByteBuffer bytes, int at) {
        if (at + 1 >= bytes.limit()) {
            return -1;
        }
        int high = Character.digit(bytes.get(at), 16);
        int low = Character.digit(bytes.get(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private void skipBlanks() {
        while (at < bytes.limit()) {
            byte now = bytes.get(at);
            if (now == '%') {
                while (at < bytes.limit() && bytes.get(at) != '\n' && bytes.get(at) != '\r') {
                    at++;
                }
            } else if (isBlank(now)) {
                at++;
            } else {
                return;
            }
        }
    }

    private String name() {
        String name = "/" + nameAt(bytes, at);
        at++;
        skipRegular();
        return name;
    }

    private String word() {
        int from = at;
        skipRegular();
        StringBuilder word = new StringBuilder();
        for (int one = from; one < Math.min(at, from + LONGEST); one++) {
            word.append((char) (bytes.get(one) & 0xff));
        }
        return word.toString();
    }

    private void skipRegular() {
        while (at < bytes.limit() && isRegular(bytes.get(at))) {
            at++;
        }
    }

    private String string() {
        int depth = 0;
        while (at < bytes.limit()) {
            byte now = bytes.get(at);
            at += now == '\\' ? 2 : 1;
            depth += now == '(' ? 1 : now == ')' ? -1 : 0;
            if (depth == 0) {
                return "(";
            }
        }
        at = bytes.limit();
        return "(";
    }

    private String hex() {
        while (at < bytes.limit() && bytes.get(at) != '>') {
            at++;
        }
        at = Math.min(at + 1, bytes.limit());
        return "(";
    }

    private boolean twice(char bracket) {
        boolean twice = at + 1 < bytes.limit() && bytes.get(at + 1) == bracket;
        at += twice ? 2 : 0;
        return twice;
    }

    private String single(String token) {
        at++;
        return token;
    }
}
