package org.onrecord.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportsTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void keepsSpreadsheetsFromTakingATextForAFormula(String cell) {
        assertThat(Exports.safe(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Flood", "a=b", "1-1"})
    void leavesOtherTextsAlone(String cell) {
        assertThat(Exports.safe(cell)).isEqualTo(cell);
    }
}
