package org.onrecord.api.connection;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the clients that keep the archive waiting, for the rest of a request or until they take more of an answer, and
 * cuts them off. Tomcat itself limits only how long nothing at all is sent or taken: a byte now and then would hold a
 * connection, and the thread that serves it, for ever.
 *
 * <p>A client is cut off when it has been waited for as long as the patience lasts and has not moved the least rate
 * meanwhile. So an upload may last for hours, as long as it gets on. When threads run out, those that have been waited
 * for longest, set against what they moved, are cut off sooner. To be asked to look every now and then by one thread.
 */
final class SlowClients {

    private final long patience;
    private final double bytesPerNano;
    private Map<Connection, Wait> waits = Map.of();
    private long lastLook;

    /** @param leastRate bytes a second */
    SlowClients(Duration patience, long leastRate) {
        this.patience = patience.toNanos();
        this.bytesPerNano = leastRate / 1e9;
    }

    /** A client's connection. Equal to itself only, for as long as it is open. */
    interface Connection {

        State state();

        /** How many bytes have been read and written so far. */
        long moved();

        void cut();
    }

    /** What a connection is doing. */
    enum State {
        /** Between two requests; Tomcat closes it after a while. */
        IDLE,
        /** The archive is at work, and the client waits. */
        SERVED,
        /** The client is waited for, and no thread with it. */
        AWAITED,
        /** The client is waited for by a thread. */
        HOLDS_THREAD
    }

    /**
     * Looks at all connections.
     *
     * @param nanos the time as {@link System#nanoTime()} tells it
     * @param mayHold how many threads may wait for clients from now on
     */
    void look(Collection<? extends Connection> connections, long nanos, int mayHold) {
        Map<Connection, Wait> still = new HashMap<>();
        List<Wait> holding = new ArrayList<>();
        for (Connection connection : connections) {
            State state = connection.state();
            if (state == State.IDLE) {
                continue;
            }
            Wait known = waits.get(connection);
            Wait wait = known == null ? new Wait(connection) : known;
            still.put(connection, wait);
            wait.look(state, nanos - lastLook);
            if (wait.isOver()) {
                wait.cut("slow");
            } else if (state == State.HOLDS_THREAD && wait.lasted > 0) {
                holding.add(wait);
            }
        }
        waits = still;
        lastLook = nanos;
        holding.sort(Comparator.comparingDouble(Wait::behind).reversed());
        holding.stream().limit(Math.max(0, holding.size() - mayHold)).forEach(wait -> wait.cut("threads"));
    }

    /** How long one client has been waited for, since it last moved enough. */
    private final class Wait {

        private final Connection connection;
        private long lasted;
        private long movedBefore;
        private boolean goesOn;

        Wait(Connection connection) {
            this.connection = connection;
            this.movedBefore = connection.moved();
        }

        /** @param passed nanoseconds since the last look */
        void look(State state, long passed) {
            boolean awaited = state != State.SERVED;
            if (awaited && goesOn) {
                lasted += passed;
            }
            goesOn = awaited;
            if (lasted >= patience && behind() <= 0) {
                lasted = 0;
                movedBefore = connection.moved();
            }
        }

        boolean isOver() {
            return lasted >= patience;
        }

        /** Nanoseconds more than it should have taken to move what was moved. */
        double behind() {
            return lasted - (connection.moved() - movedBefore) / bytesPerNano;
        }

        void cut(String reason) {
            Metrics.counter("onrecord.connections.cut", "reason", reason).increment();
            connection.cut();
        }
    }
}
