package org.onrecord.api.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.IdempotencyKey;
import org.onrecord.api.input.Limits;
import org.onrecord.api.problem.ContentTooLarge;
import org.onrecord.kernel.Sha256;

/** A request whose body ends with 413 where it becomes too large, and which can tell a digest of what was read. */
final class LimitedBody extends HttpServletRequestWrapper {

    private static final String ATTRIBUTE = LimitedBody.class.getName();

    private final @Nullable MessageDigest digest;
    private long limit = Limits.JSON_BYTES;
    private @Nullable Counted stream;

    LimitedBody(HttpServletRequest request) {
        super(request);
        this.digest = request.getHeader(IdempotencyKey.HEADER) == null ? null : Sha256.digest();
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The limited body of the request, unless something else stands in its place. */
    static Optional<LimitedBody> of(HttpServletRequest request) {
        return Optional.ofNullable((LimitedBody) request.getAttribute(ATTRIBUTE));
    }

    /**
     * Sets the most bytes taken.
     *
     * @throws ContentTooLarge when the request says itself that there are more
     */
    void limit(long bytes) {
        this.limit = bytes;
        if (getContentLengthLong() > bytes) {
            throw tooLarge();
        }
    }

    /** A digest of what has been read. */
    byte[] digestSoFar() {
        try {
            return digest == null ? new byte[0] : ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (stream == null) {
            stream = new Counted(super.getInputStream());
        }
        return stream;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private ContentTooLarge tooLarge() {
        return new ContentTooLarge("body", limit, "bytes");
    }

    private final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long count;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            if (read >= 0) {
                took(new byte[] {(byte) read}, 0, 1);
            }
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = body.read(bytes, offset, length);
            if (read > 0) {
                took(bytes, offset, read);
            }
            return read;
        }

        private void took(byte[] bytes, int offset, int length) {
            count += length;
            if (count > limit) {
                throw tooLarge();
            }
            if (digest != null) {
                digest.update(bytes, offset, length);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
