package org.onrecord.api.connection;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.connection.SlowClients.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tomcat's HTTP protocol, with an eye on slow clients. Made by Tomcat, by name. */
public final class WatchedProtocol extends Http11NioProtocol {

    private static final Logger log = LoggerFactory.getLogger(WatchedProtocol.class);
    private static final Duration EVERY = Duration.ofMillis(100);

    private final Endpoint endpoint;
    private @Nullable SlowClients slowClients;
    private @Nullable Future<?> watch;

    public WatchedProtocol() {
        this(new Endpoint());
    }

    private WatchedProtocol(Endpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void watchFor(SlowClients clients) {
        this.slowClients = clients;
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch = getUtilityExecutor()
                .scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.cancel(false);
            watch = null;
        }
        super.stop();
    }

    private void look() {
        if (slowClients != null) {
            slowClients.look(endpoint.open(), System.nanoTime(), endpoint.threadsThatMayWait());
        }
    }

    /** Counts what its connections move. */
    private static final class Endpoint extends NioEndpoint {

        List<WatchedConnection> open() {
            return connections.values().stream()
                    .map(connection -> new WatchedConnection((NioSocketWrapper) connection))
                    .toList();
        }

        /** Any number, until a quarter of the threads is left: then no more than a quarter may wait. */
        int threadsThatMayWait() {
            int most = getMaxThreads();
            return getCurrentThreadsBusy() > most - most / 4 ? most / 4 : Integer.MAX_VALUE;
        }

        @Override
        protected NioChannel createChannel(SocketBufferHandler buffers) {
            return isSSLEnabled() ? new CountingTlsChannel(buffers, this) : new CountingChannel(buffers);
        }
    }

    /** One of the endpoint's connections. */
    private record WatchedConnection(NioSocketWrapper socket) implements SlowClients.Connection {

        /**
         * A thread that serves the connection holds its lock, and asks the poller to tell it when the client has sent or
         * taken more. One without a thread keeps its processor only while the head of a request is incomplete.
         */
        @Override
        public State state() {
            boolean awaited = socket.interestOps() != 0;
            if (socket.getLock().isLocked()) {
                return awaited ? State.HOLDS_THREAD : State.SERVED;
            }
            boolean amidRequest = socket.getCurrentProcessor() != null || socket.interestOpsHas(SelectionKey.OP_WRITE);
            return amidRequest ? State.AWAITED : State.IDLE;
        }

        @Override
        public long moved() {
            return socket.getSocket() instanceof Counting counting ? counting.moved() : 0;
        }

        /**
         * Closing would take the socket from under the thread that serves it. Shut down, it wakes that thread, which finds
         * the end of the request or nobody to answer, and Tomcat closes it.
         */
        @Override
        public void cut() {
            SocketChannel channel = socket.getSocket().getIOChannel();
            if (channel == null) {
                return;
            }
            try {
                log.debug("cutting off {}, which is too slow", channel.getRemoteAddress());
                if (socket.interestOpsHas(SelectionKey.OP_WRITE)) {
                    // What it does not take is not kept for it either.
                    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                    channel.shutdownOutput();
                }
                channel.shutdownInput();
            } catch (IOException closed) {
                log.debug("already closed", closed);
            }
        }
    }

    /** A channel that knows how many bytes went through it. */
    private interface Counting {
        long moved();
    }

    private static final class CountingChannel extends NioChannel implements Counting {

        private final LongAdder moved = new LongAdder();

        CountingChannel(SocketBufferHandler buffers) {
            super(buffers);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return counted(super.read(into), moved);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return counted(super.write(from), moved);
        }

        @Override
        public long moved() {
            return moved.sum();
        }
    }

    private static final class CountingTlsChannel extends SecureNioChannel implements Counting {

        private final LongAdder moved = new LongAdder();

        CountingTlsChannel(SocketBufferHandler buffers, NioEndpoint endpoint) {
            super(buffers, endpoint);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return counted(super.read(into), moved);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return counted(super.write(from), moved);
        }

        @Override
        public long moved() {
            return moved.sum();
        }
    }

    private static int counted(int bytes, LongAdder moved) {
        moved.add(Math.max(0, bytes));
        return bytes;
    }
}
