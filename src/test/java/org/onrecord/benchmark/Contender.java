package org.onrecord.benchmark;

import java.util.List;

/** Somebody who answers questions about the same articles. */
interface Contender {

    String name();

    /** Those that work for its answers; of a server, without its children. */
    List<ProcessHandle> processes();

    /** A connection, for one thread. */
    Asker connect() throws Exception;

    /** Asks and takes the whole answer. */
    interface Asker extends AutoCloseable {

        /** @throws IllegalStateException if the answer is not one */
        void ask(Question question) throws Exception;

        @Override
        void close() throws Exception;
    }
}
