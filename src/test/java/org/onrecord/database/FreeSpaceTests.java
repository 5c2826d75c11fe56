package org.onrecord.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.api.problem.Unavailable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

class FreeSpaceTests {

    private static final DataSize MORE_THAN_ANY_DISK = DataSize.ofTerabytes(1_000_000);

    @TempDir
    private Path folder;

    @Test
    void aTransactionThatMayWriteIsRefusedWhereRoomIsShort() {
        Transactions transactions = new Transactions(new FreeSpace(folder, MORE_THAN_ANY_DISK));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> transactions.run(false))
                .satisfies(refused -> assertThat(refused.getBody().getDetail()).contains("nearly full"))
                .satisfies(refused ->
                        assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("60"));
        assertThat(transactions.begun).isZero();
    }

    @Test
    void aTransactionThatOnlyReadsGoesOn() {
        Transactions transactions = new Transactions(new FreeSpace(folder, MORE_THAN_ANY_DISK));
        transactions.run(true);
        assertThat(transactions.begun).isEqualTo(1);
    }

    @Test
    void everythingGoesOnWhereThereIsRoom() {
        Transactions transactions = new Transactions(new FreeSpace(folder, DataSize.ofBytes(1)));
        assertThatNoException().isThrownBy(() -> transactions.run(false));
    }

    /** Transactions over nothing, counted. */
    private static final class Transactions extends AbstractPlatformTransactionManager {

        private int begun;

        Transactions(FreeSpace guard) {
            addListener(guard);
        }

        void run(boolean readOnly) {
            TransactionTemplate template = new TransactionTemplate(this);
            template.setReadOnly(readOnly);
            template.executeWithoutResult(status -> {});
        }

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            begun++;
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
