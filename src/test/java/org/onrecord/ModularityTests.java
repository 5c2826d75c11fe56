package org.onrecord;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules keep to what they declare: no cycles, no reach into another's insides, no undeclared use. */
class ModularityTests {

    /** Not {@code verify()}, which passes when it is tried again. */
    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(OnRecord.class).detectViolations().throwIfPresent();
    }
}
