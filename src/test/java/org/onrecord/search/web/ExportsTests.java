package org.onrecord.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.search.index.Order;
import org.onrecord.search.query.Found;
import org.onrecord.search.query.Matches;
import org.onrecord.search.query.Search;
import org.onrecord.search.query.Subject;
import org.onrecord.search.query.Withheld;

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

    @Test
    void refusesToEndBeforeTheLastResult() {
        Exports.refuseCutOff(by(Order.RELEVANCE), new Found(List.of(), new Matches(10_000, true), null));
        Exports.refuseCutOff(by(new Order("publishedAt", true)), new Found(List.of(), new Matches(10_001, true), null));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Exports.refuseCutOff(
                        by(Order.RELEVANCE), new Found(List.of(), new Matches(10_001, true), null)));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Exports.refuseCutOff(
                        by(Order.RELEVANCE), new Found(List.of(), new Matches(10_000, false), null)));
    }

    private static Search by(Order order) {
        return new Search(Subject.ARTICLES, null, List.of(), order, 20, null, Withheld.NOTHING);
    }
}
