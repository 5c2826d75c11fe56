package org.onrecord.benchmark;

import java.time.Duration;
import java.util.stream.Stream;

/** Somebody who answers questions about the same articles. */
interface Contender {

    String name();

    /** What all its processes have spent on processors so far. */
    Duration processorTime();

    /** A connection, for one thread. */
    Asker connect() throws Exception;

    /** What these processes have spent so far; of a server, with its children. */
    static Duration processorTime(ProcessHandle... processes) {
        return Stream.of(processes)
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Asks and takes the whole answer. */
    interface Asker extends AutoCloseable {

        /** @throws IllegalStateException if the answer is not one */
        void ask(Question question) throws Exception;

        @Override
        void close() throws Exception;
    }
}
