package org.onrecord.ingest.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an NDJSON stream, read one by one and never more than the longest allowed kept in memory. Not
 * thread-safe.
 */
final class NdjsonLines {

    private static final int BUFFER = 64 * 1024;

    private final InputStream stream;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;

    /** @param longest the most bytes of a line */
    NdjsonLines(InputStream stream, int longest) {
        this.stream = stream;
        this.longest = longest;
    }

    /**
     * One line without its end.
     *
     * @param bytes null where the line is longer than allowed
     */
    record Line(byte @Nullable [] bytes) {}

    /** The next line, or null after the last. A stream's last line need not end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean any = false;
        boolean tooLong = false;
        while (fill()) {
            any = true;
            int end = lineEnd();
            int length = end - position;
            tooLong |= line.size() + length > longest;
            if (!tooLong) {
                line.write(buffer, position, length);
            }
            boolean ended = end < filled;
            position = ended ? end + 1 : end;
            if (ended) {
                break;
            }
        }
        return any ? new Line(tooLong ? null : line.toByteArray()) : null;
    }

    private boolean fill() throws IOException {
        if (position < filled) {
            return true;
        }
        position = 0;
        filled = Math.max(0, stream.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    private int lineEnd() {
        int end = position;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }
}
