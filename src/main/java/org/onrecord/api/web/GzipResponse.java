package org.onrecord.api.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * An answer that is compressed if it is text and long enough. This is decided when a thousand bytes have been written,
 * when a stream is flushed, or at its end. For one thread at a time.
 */
final class GzipResponse extends HttpServletResponseWrapper {

    /** Shorter answers hardly become smaller and never faster. */
    private static final int SMALLEST = 1_024;

    private static final Pattern PACKED = Pattern.compile(
            "text/.*|application/(.*\\+)?(json|xml|javascript|x-ndjson|yaml|openmetrics-text|vnd\\.oai\\.openapi)|image/svg\\+xml");

    private static final Pattern STREAM = Pattern.compile("application/x-ndjson|text/csv|text/event-stream");

    private @Nullable Body body;
    private @Nullable PrintWriter writer;
    private long declaredLength = -1;

    GzipResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (body == null) {
            body = new Body();
        }
        return body;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer =
                    new PrintWriter(new OutputStreamWriter(getOutputStream(), Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        declaredLength = length;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)) {
            declaredLength = value == null ? -1 : Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)) {
            declaredLength = Long.parseLong(value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (body == null) {
            settleWithoutBody();
            super.flushBuffer();
        } else {
            flushWriter();
            body.flush();
        }
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forgetBody();
    }

    @Override
    public void reset() {
        super.reset();
        forgetBody();
    }

    private void forgetBody() {
        body = null;
        writer = null;
        declaredLength = -1;
    }

    private void flushWriter() {
        if (writer != null) {
            writer.flush();
        }
    }

    /** Writes what is still in the buffer. */
    void finish() throws IOException {
        if (body == null) {
            settleWithoutBody();
        } else {
            flushWriter();
            body.finish();
        }
    }

    /** An answer without a body, to HEAD or with 304, carries the headers its body would have had. */
    private void settleWithoutBody() {
        if (isCommitted() || declaredLength < 0) {
            return;
        }
        if (worthPacking(declaredLength)) {
            announcePacking();
        } else {
            super.setContentLengthLong(declaredLength);
        }
    }

    private boolean worthPacking(long length) {
        int status = getStatus();
        var type = getContentType();
        return length >= SMALLEST
                && status >= 200
                && status != HttpServletResponse.SC_PARTIAL_CONTENT
                && status != HttpServletResponse.SC_NO_CONTENT
                && status != HttpServletResponse.SC_NOT_MODIFIED
                && type != null
                && getHeader(HttpHeaders.CONTENT_ENCODING) == null
                && PACKED.matcher(type.split(";")[0].strip().toLowerCase(Locale.ROOT))
                        .matches();
    }

    private void announcePacking() {
        super.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        var tag = getHeader(HttpHeaders.ETAG);
        if (tag != null && tag.startsWith("\"")) {
            super.setHeader(HttpHeaders.ETAG, tag.substring(0, tag.length() - 1) + GzipFilter.SUFFIX);
        }
    }

    private final class Body extends ServletOutputStream {

        private final ByteArrayOutputStream held = new ByteArrayOutputStream(SMALLEST);
        private @Nullable OutputStream out;
        private @Nullable GZIPOutputStream gzip;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (out == null && held.size() + length < SMALLEST) {
                held.write(bytes, offset, length);
            } else {
                settled(Long.MAX_VALUE).write(bytes, offset, length);
            }
        }

        /**
         * Writes the buffer of a stream, since the rest may take long, and compresses it whatever its length so far. Any
         * other answer is of no use before its end and stays in the buffer.
         */
        @Override
        public void flush() throws IOException {
            if (out != null) {
                out.flush();
            } else if (held.size() > 0 && isStream()) {
                settled(Long.MAX_VALUE).flush();
            }
        }

        private boolean isStream() {
            var type = getContentType();
            return type != null && STREAM.matcher(type).lookingAt();
        }

        void finish() throws IOException {
            if (out == null && held.size() == 0) {
                settleWithoutBody();
                return;
            }
            var settled = settled(held.size());
            if (gzip != null) {
                gzip.finish();
            }
            settled.flush();
        }

        @Override
        public void close() throws IOException {
            finish();
        }

        private OutputStream settled(long length) throws IOException {
            if (out == null) {
                var container = GzipResponse.super.getOutputStream();
                if (worthPacking(length)) {
                    announcePacking();
                    gzip = new GZIPOutputStream(container, 8_192, true);
                    out = gzip;
                } else {
                    if (declaredLength >= 0) {
                        GzipResponse.super.setContentLengthLong(declaredLength);
                    }
                    out = container;
                }
                held.writeTo(out);
                held.reset();
            }
            return out;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("answers are written by blocking");
        }
    }
}
