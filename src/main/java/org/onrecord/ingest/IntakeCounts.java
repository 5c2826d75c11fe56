package org.onrecord.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.onrecord.api.problem.Problem;
import org.onrecord.archive.Receipt.Result;
import org.onrecord.kernel.Overloaded;
import org.onrecord.kernel.Unfit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts deliveries by what became of them ({@code onrecord_articles_total}), each result from 0 on. */
@Component
class IntakeCounts {

    private final Map<Result, Counter> taken = new EnumMap<>(Result.class);
    private final Counter refused;

    IntakeCounts(MeterRegistry registry) {
        for (Result result : Result.values()) {
            taken.put(result, counter(registry, result.name().toLowerCase(Locale.ROOT)));
        }
        refused = counter(registry, "refused");
    }

    private static Counter counter(MeterRegistry registry, String result) {
        return Counter.builder("onrecord.articles")
                .description("Articles handed in, by what became of them")
                .tag("result", result)
                .register(registry);
    }

    /** Counts a delivery once the transaction that stores it has been committed. */
    void countOnCommit(Result result) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                taken.getOrDefault(result, refused).increment();
            }
        });
    }

    /** Does the work and counts it where the delivery is refused. */
    <T> T countRefusals(Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem | Overloaded | Unfit refusal) {
            refused.increment();
            throw refusal;
        }
    }
}
