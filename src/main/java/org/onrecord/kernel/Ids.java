package org.onrecord.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Makes the ids of everything stored: UUID version 7 (RFC 9562), so that rows made together lie together. */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** An id never given before, ordered after those this process gave earlier. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
