package org.onrecord.api.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onrecord.api.connection.SlowClients.State;

class SlowClientsTests {

    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private final SlowClients slowClients = new SlowClients(Duration.ofSeconds(10), 1_000);
    private long seconds = 100;

    @Test
    void cutsOffWhoSendsAByteASecondOnceThePatienceIsOver() {
        var client = new Client(State.HOLDS_THREAD, 1);
        pass(10, ANY_NUMBER, client);
        assertThat(client.cut).isFalse();
        pass(1, ANY_NUMBER, client);
        assertThat(client.cut).isTrue();
    }

    @Test
    void cutsOffWhoNeverFinishesTheHeadOfARequestThoughNoThreadWaits() {
        var client = new Client(State.AWAITED, 1);
        pass(11, ANY_NUMBER, client);
        assertThat(client.cut).isTrue();
    }

    @Test
    void bearsAnUploadThatGetsOnHoweverLongItLasts() {
        var client = new Client(State.HOLDS_THREAD, 1_001);
        pass(10_000, ANY_NUMBER, client);
        assertThat(client.cut).isFalse();
    }

    @Test
    void cutsOffAnUploadThatGotOnAtFirst() {
        var client = new Client(State.HOLDS_THREAD, 100_000);
        pass(25, ANY_NUMBER, client);
        client.rate = 1;
        pass(20, ANY_NUMBER, client);
        assertThat(client.cut).isTrue();
    }

    @Test
    void countsNotTheTimeTheArchiveTakesItself() {
        var client = new Client(State.SERVED, 0);
        pass(60, ANY_NUMBER, client);
        client.state = State.HOLDS_THREAD;
        pass(5, ANY_NUMBER, client);
        client.state = State.SERVED;
        pass(60, ANY_NUMBER, client);
        assertThat(client.cut).isFalse();
    }

    @Test
    void beginsAnewWithEachRequest() {
        var client = new Client(State.HOLDS_THREAD, 0);
        for (int request = 0; request < 10; request++) {
            client.state = State.HOLDS_THREAD;
            pass(9, ANY_NUMBER, client);
            client.state = State.IDLE;
            pass(1, ANY_NUMBER, client);
        }
        assertThat(client.cut).isFalse();
    }

    @Test
    void cutsOffThoseFurthestBehindWhenThreadsRunOut() {
        var idlers = Stream.generate(() -> new Client(State.HOLDS_THREAD, 0))
                .limit(3)
                .toList();
        var busy = new Client(State.HOLDS_THREAD, 5_000);
        var late = new Client(State.HOLDS_THREAD, 0);
        var inHead = new Client(State.AWAITED, 0);
        pass(
                3,
                ANY_NUMBER,
                Stream.concat(idlers.stream(), Stream.of(busy, inHead)).toArray(Client[]::new));
        pass(2, 2, Stream.concat(idlers.stream(), Stream.of(busy, late, inHead)).toArray(Client[]::new));
        assertThat(idlers).allMatch(client -> client.cut);
        assertThat(List.of(busy, late, inHead)).noneMatch(client -> client.cut);
    }

    private void pass(int howManySeconds, int mayHold, Client... clients) {
        for (int second = 0; second < howManySeconds; second++) {
            seconds++;
            for (Client client : clients) {
                client.moved += client.rate;
            }
            slowClients.look(
                    Stream.of(clients).filter(client -> !client.cut).toList(),
                    Duration.ofSeconds(seconds).toNanos(),
                    mayHold);
        }
    }

    private static final class Client implements SlowClients.Connection {

        private State state;
        private long rate;
        private long moved;
        private boolean cut;

        Client(State state, long rate) {
            this.state = state;
            this.rate = rate;
        }

        @Override
        public State state() {
            return state;
        }

        @Override
        public long moved() {
            return moved;
        }

        @Override
        public void cut() {
            cut = true;
        }
    }
}
