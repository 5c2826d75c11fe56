package org.onrecord.archive;

import java.time.Duration;
import java.util.function.Supplier;
import org.onrecord.kernel.Gate;
import org.onrecord.kernel.WriteGate;
import org.springframework.stereotype.Component;

/**
 * Lets two long texts at a time be analysed and stored, and stores them one by one. A megabyte with thousands of quotes
 * and names takes seconds to store and locks all its names meanwhile: several at once would wait for each other in the
 * database until they are turned away there, and hold the findings of all of them in memory. Between two long ones
 * shorter ones get their turn.
 */
@Component
public class LongTexts {

    /** Characters. Ordinary articles have some thousands. */
    private static final int LONG = 100_000;

    private final Gate gate =
            new Gate(2, Duration.ofSeconds(60), 30, "Too many long articles are handed in at the moment.");
    private final WriteGate writes;

    LongTexts(WriteGate writes) {
        this.writes = writes;
    }

    /**
     * Does all the work there is on a text: cleaning, analysing and storing.
     *
     * @param length characters of the text
     * @throws org.onrecord.kernel.Overloaded if it is long and its turn does not come within a minute
     */
    public <T> T workOn(int length, Supplier<T> work) {
        return length < LONG ? work.get() : gate.through(work);
    }

    /**
     * Stores what was found in a text, to be called before the transaction begins.
     *
     * @throws org.onrecord.kernel.Overloaded if it is long and others do not finish writing within 20 seconds
     */
    public <T> T store(int length, Supplier<T> storing) {
        return length < LONG ? storing.get() : writes.alone(storing);
    }
}
