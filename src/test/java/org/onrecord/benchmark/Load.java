package org.onrecord.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;
import org.onrecord.benchmark.Contender.Asker;
import org.onrecord.benchmark.Question.Kind;

/** Several connections ask one contender one question after the other, for a time. */
final class Load {

    private final Questions questions;
    private final int connections;
    private long seed = 1;

    Load(Questions questions, int connections) {
        this.questions = questions;
        this.connections = connections;
    }

    /** Asks without looking at the clock, so that what is measured afterwards is the usual. */
    void warmUp(Contender contender, Duration length) throws Exception {
        measure(contender, length, new Measured());
    }

    /** Asks, and adds how long the answers took. Nobody is asked what anybody was asked before. */
    void measure(Contender contender, Duration length, Measured measured) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Asker> askers = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                askers.add(contender.connect());
            }
            List<Future<Measured>> running = new ArrayList<>();
            var before = ProcessorTime.of(contender.processes());
            long start = System.nanoTime();
            for (Asker asker : askers) {
                Questions.Source source = questions.from(seed++);
                running.add(threads.submit(() -> ask(asker, source, start + length.toNanos())));
            }
            Measured together = new Measured();
            for (Future<Measured> each : running) {
                together.add(each.get());
            }
            together.nanos = System.nanoTime() - start;
            // Before the connections are closed: PostgreSQL's processes end with them, and nobody knows what they
            // spent.
            together.spent = ProcessorTime.of(contender.processes()).since(before);
            measured.add(together);
        } finally {
            threads.shutdownNow();
            for (Asker asker : askers) {
                asker.close();
            }
        }
    }

    private static Measured ask(Asker asker, Questions.Source source, long until) throws Exception {
        var measured = new Measured();
        for (long start = System.nanoTime(); start < until; ) {
            Question question = source.next();
            start = System.nanoTime();
            asker.ask(question);
            long end = System.nanoTime();
            measured.histogram(question.kind()).recordValue((end - start) / 1_000);
            start = end;
        }
        return measured;
    }

    /** How long answers took, by what was asked. */
    static final class Measured {

        private final Map<Kind, Histogram> histograms = new EnumMap<>(Kind.class);
        private long nanos;
        private Duration spent = Duration.ZERO;

        private Histogram histogram(Kind kind) {
            return histograms.computeIfAbsent(kind, ignored -> new Histogram(3));
        }

        private void add(Measured other) {
            other.histograms.forEach((kind, histogram) -> histogram(kind).add(histogram));
            nanos += other.nanos;
            spent = spent.plus(other.spent);
        }

        long answers() {
            return histograms.values().stream()
                    .mapToLong(Histogram::getTotalCount)
                    .sum();
        }

        /** Answers a second. */
        double throughput() {
            return answers() / (nanos / 1e9);
        }

        /** Milliseconds of processor time for each answer, on the side of who answers. */
        double processorMillis() {
            return spent.toNanos() / 1e6 / answers();
        }

        /** Milliseconds that so many percent of the answers of a kind took at most; not a number where there were none. */
        double millis(Kind kind, double percent) {
            return millis(histogram(kind), percent);
        }

        /** The same of all answers of the mix. */
        double millis(double percent) {
            Histogram all = new Histogram(3);
            histograms.values().forEach(all::add);
            return millis(all, percent);
        }

        private static double millis(Histogram histogram, double percent) {
            return histogram.getTotalCount() == 0 ? Double.NaN : histogram.getValueAtPercentile(percent) / 1_000.0;
        }
    }
}
