package org.onrecord.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class WriteGateTests {

    private static final int INSIDE = 5;

    private final WriteGate gate = new WriteGate();
    private final Transactions transactions = new Transactions(gate);

    @Test
    void noMoreThanFiveTransactionsWriteAtATime() throws InterruptedException {
        var end = new CountDownLatch(1);
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 2 * INSIDE; writer++) {
            writers.add(transactions.elsewhere(false, "", end));
        }
        transactions.begun.acquire(INSIDE);
        assertThat(transactions.begun.tryAcquire()).isFalse();
        transactions.elsewhere(true, "", end);
        transactions.elsewhere(false, WriteGate.UNGATED, end);
        transactions.begun.acquire(2);
        end.countDown();
        writers.forEach(CompletableFuture::join);
    }

    @Test
    void aPlaceIsFreeAgainHoweverTheTransactionEnds() {
        for (int time = 0; time < 3 * INSIDE; time++) {
            transactions.run(() -> {});
            assertThatIllegalStateException()
                    .isThrownBy(() -> transactions.run(() -> {
                        throw new IllegalStateException("rolled back");
                    }));
            transactions.failing = "begin";
            assertThatIllegalStateException().isThrownBy(() -> transactions.run(() -> {}));
            transactions.failing = "commit";
            assertThatIllegalStateException().isThrownBy(() -> transactions.run(() -> {}));
            transactions.failing = "";
        }
        assertThat(gate.<String>alone(() -> "nobody else")).isEqualTo("nobody else");
    }

    @Test
    void aTransactionOfWhoWritesAloneWaitsForNobody() {
        String done = gate.alone(() -> {
            transactions.run(() -> {});
            return "done";
        });
        assertThat(done).isEqualTo("done");
    }

    /** Transactions over nothing. */
    private static final class Transactions extends AbstractPlatformTransactionManager {

        private final Semaphore begun = new Semaphore(0);
        private String failing = "";

        Transactions(WriteGate gate) {
            addListener(gate);
        }

        void run(Runnable work) {
            new TransactionTemplate(this).executeWithoutResult(status -> work.run());
        }

        CompletableFuture<Void> elsewhere(boolean readOnly, String name, CountDownLatch end) {
            var template = new TransactionTemplate(this);
            template.setReadOnly(readOnly);
            template.setName(name);
            var done = new CompletableFuture<Void>();
            var thread = new Thread(() -> {
                template.executeWithoutResult(status -> await(end));
                done.complete(null);
            });
            thread.setDaemon(true);
            thread.start();
            return done;
        }

        private static void await(CountDownLatch end) {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void failAt(String moment) {
            if (failing.equals(moment)) {
                throw new IllegalStateException(moment + " fails");
            }
        }

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            failAt("begin");
            begun.release();
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            failAt("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
