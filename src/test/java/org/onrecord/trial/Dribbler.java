package org.onrecord.trial;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A client that begins a request, or to read an answer, and then sends or takes a byte now and then, or nothing at all.
 * For one thread.
 */
final class Dribbler {

    /** What it does slowly. */
    enum Manner {
        /** Sends a header byte by byte. */
        HEADERS,
        /** Sends a body byte by byte. */
        BODY,
        /** Announces a body and sends none of it. */
        SILENT_BODY,
        /** Asks again and again without waiting for the answers, and takes a byte of them now and then. */
        ANSWERS
    }

    private static final String BODY_HEADERS = "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n";

    private final SocketChannel channel;
    private final Manner manner;
    private final long began = System.nanoTime();
    private @Nullable Duration lasted;

    /**
     * Connects and sends what comes first.
     *
     * @param path of something large where answers are taken slowly
     * @param key null for a client without
     */
    Dribbler(int port, Manner manner, String path, @Nullable String key) throws IOException {
        this.manner = manner;
        this.channel = SocketChannel.open();
        if (manner == Manner.ANSWERS) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
        }
        channel.connect(new InetSocketAddress("127.0.0.1", port));
        channel.configureBlocking(false);
        String common = " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n"
                + (key == null ? "" : "Authorization: Bearer " + key + "\r\n");
        send(
                switch (manner) {
                    case HEADERS -> "GET /api/v1/articles" + common + "X-Slow: ";
                    case BODY -> "POST /api/v1/articles" + common + BODY_HEADERS + "{";
                    case SILENT_BODY -> "POST /api/v1/articles" + common + BODY_HEADERS;
                    case ANSWERS -> ("GET " + path + common + "\r\n").repeat(3);
                });
    }

    private void send(String words) throws IOException {
        channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Sends or takes the next byte, and sees whether it has been cut off. */
    void goOn() {
        if (lasted == null && isCutOff()) {
            lasted = Duration.ofNanos(System.nanoTime() - began);
            close();
        }
    }

    private boolean isCutOff() {
        try {
            ByteBuffer taken = ByteBuffer.allocate(manner == Manner.ANSWERS ? 1 : 8_192);
            int read = channel.read(taken);
            if (read < 0) {
                return true;
            }
            if (manner != Manner.SILENT_BODY) {
                send("x");
            }
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    Manner manner() {
        return manner;
    }

    /** How long the archive bore it, or null as long as it does. */
    @Nullable
    Duration lasted() {
        return lasted;
    }

    @Override
    public String toString() {
        return manner + ", cut off after " + lasted;
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
