package org.onrecord.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.onrecord.benchmark.Load.Measured;
import org.onrecord.benchmark.Question.Kind;

/**
 * Single articles by id beside an answer that is always the same and needs no database: what lies between the two is what
 * the archive itself adds to the stack it is built on. Both are asked in turn, by as many connections.
 */
record SingleReads(Measured articles, Measured constant) {

    /** The description of the API at its root, some kilobytes of JSON that never change. */
    private static final String CONSTANT = "/api/v1";

    static SingleReads of(ArchiveOverHttp archive, Questions questions, int connections, int rounds, Duration turn)
            throws Exception {
        var load = new Load(questions.only(Kind.BY_ID), connections);
        var reads = new SingleReads(new Measured(), new Measured());
        var constant = new Constant(archive);
        load.warmUp(archive, turn);
        load.warmUp(constant, turn);
        for (int round = 0; round < rounds; round++) {
            load.measure(archive, turn, reads.articles);
            load.measure(constant, turn, reads.constant);
        }
        return reads;
    }

    /** Whatever is asked. */
    private record Constant(ArchiveOverHttp archive) implements Contender {

        @Override
        public String name() {
            return "a constant answer";
        }

        @Override
        public List<ProcessHandle> processes() {
            return new ArrayList<>(archive.processes());
        }

        @Override
        public Asker connect() throws IOException {
            var connection = new HttpConnection(archive.port());
            return new Asker() {
                @Override
                public void ask(Question question) throws IOException {
                    if (connection.get(CONSTANT).status() != 200) {
                        throw new IllegalStateException("no answer at " + CONSTANT);
                    }
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        }
    }
}
