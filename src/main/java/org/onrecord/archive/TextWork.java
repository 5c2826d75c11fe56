package org.onrecord.archive;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.onrecord.kernel.Gate;
import org.springframework.stereotype.Component;

/**
 * Lets only so many texts be cleaned or analysed at a time, and measures how long each takes. Either keeps a processor
 * busy; more of them at once would only need more memory.
 */
@Component
public class TextWork {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Gate gate = new Gate(
            2 * Runtime.getRuntime().availableProcessors(), PATIENCE, 80, "Too much is being read at the moment.");

    private final MeterRegistry registry;

    TextWork(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Makes the timer of one kind of work. */
    public Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_000, 5_000)
                        .map(Duration::ofMillis)
                        .toArray(Duration[]::new))
                .register(registry);
    }

    /**
     * Does the work when there is room for it.
     *
     * @param timer measures the work, not the waiting
     * @throws org.onrecord.kernel.Overloaded if there is no room within 20 seconds
     */
    public <T> T run(Timer timer, Supplier<T> work) {
        return gate.through(() -> timer.record(work));
    }
}
