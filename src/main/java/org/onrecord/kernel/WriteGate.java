package org.onrecord.kernel;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets a few transactions that may write at a time into the database. Those that wait for each other there (parallel
 * deliveries of one article do) would each hold a connection while they wait, until none is left for readers; here they
 * wait without one. Boot has every transaction manager ask; last of all, so that no other objection comes after a place
 * was taken.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class WriteGate implements TransactionExecutionListener {

    /** The name of transactions that do not wait here: those of the one thread that indexes. */
    public static final String UNGATED = "ungated";

    /** Well under the size of the connection pool, 10 unless configured otherwise. */
    private static final int INSIDE = 5;

    private final Gate gate = new Gate(INSIDE, Duration.ofSeconds(20), 80, "Too much is being written at the moment.");
    private final ThreadLocal<Gate.Place> entered = new ThreadLocal<>();

    /**
     * Does the work, and the transactions in it, while nobody else writes.
     *
     * @throws Overloaded if the gate does not become free within 20 seconds
     */
    public <T> T alone(Supplier<T> work) {
        return gate.alone(work);
    }

    /** @throws Overloaded if no place becomes free within 20 seconds */
    @Override
    public void beforeBegin(TransactionExecution transaction) {
        if (!transaction.isReadOnly() && !UNGATED.equals(transaction.getTransactionName())) {
            entered.set(gate.enter());
        }
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        Gate.Place place = entered.get();
        if (place == null) {
            return;
        }
        entered.remove();
        if (failure != null) {
            place.close();
        } else {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    place.close();
                }
            });
        }
    }
}
