package org.onrecord.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidInputTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            is not a number               | 1 | limit: is not a number.
            is not a number.              | 1 | limit: is not a number.
            is not known; did you mean q? | 1 | limit: is not known; did you mean q?
            is not a number               | 3 | limit: is not a number; and 2 more.
            is not a number.              | 2 | limit: is not a number; and 1 more.
            """)
    void saysTheFirstFaultAsOneSentence(String message, int faults, String detail) {
        var refused = new InvalidInput(Collections.nCopies(faults, Fault.parameter("limit", "wrong", message)));
        assertThat(refused.getBody().getDetail()).isEqualTo(detail);
    }
}
