package org.onrecord.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.api.input.Limits;
import org.onrecord.api.problem.ContentTooLarge;
import org.springframework.mock.web.MockHttpServletRequest;

class LimitedBodyTests {

    private final Endless endless = new Endless();

    /** A body that goes on for ever and counts what was taken of it. */
    private static final class Endless extends ServletInputStream {

        private long taken;

        @Override
        public int read() {
            taken++;
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            taken += length;
            return length;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 8_192, 64 * 1024})
    void takesNoMoreThanTheLimitAndOnePiece(int piece) {
        var request = new MockHttpServletRequest() {

            @Override
            public ServletInputStream getInputStream() {
                return endless;
            }
        };
        var body = new LimitedBody(request);
        assertThatExceptionOfType(ContentTooLarge.class).isThrownBy(() -> {
            var stream = body.getInputStream();
            var bytes = new byte[piece];
            while (stream.read(bytes, 0, piece) >= 0) {
                // On to the limit.
            }
        });
        assertThat(endless.taken).isGreaterThan(Limits.JSON_BYTES).isLessThanOrEqualTo(Limits.JSON_BYTES + 64 * 1024);
    }
}
