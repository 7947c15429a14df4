package org.linli.platform.csv;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The lines of a file with their terminators, one ahead at a time; a byte order mark at the start is dropped. That the
 * file is UTF-8 was seen before.
 */
final class PhysicalLines implements Closeable {
    private final BufferedInputStream in;
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private long number;

    PhysicalLines(InputStream in) throws IOException {
        this.in = new BufferedInputStream(in, 1 << 16);
        skipByteOrderMark();
    }

    /**
     * @param number counted from 1
     * @param text with its terminator
     */
    record Line(long number, String text) {}

    private void skipByteOrderMark() throws IOException {
        in.mark(3);
        if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
            in.reset();
        }
    }

    /** The next line, null at the end. */
    @Nullable
    Line next() throws IOException {
        Line again = pushedBack.poll();
        return again != null ? again : read();
    }

    private @Nullable Line read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0) {
            bytes.write(next);
            if (next == '\n') {
                break;
            }
            next = in.read();
        }
        number++;
        return new Line(number, bytes.toString(StandardCharsets.UTF_8));
    }

    /** Gives lines back, in their order, to be read again. */
    void pushBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            pushedBack.push(lines.get(i));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
