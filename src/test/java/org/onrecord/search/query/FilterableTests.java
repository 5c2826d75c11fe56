package org.onrecord.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onrecord.search.index.Order;
import org.onrecord.search.query.Filterable.Kind;

class FilterableTests {

    @Test
    void everyRowHasASubjectAndADescription() {
        assertThat(Filterable.ROWS).allSatisfy(row -> {
            assertThat(row.subjects()).as(row.name()).isNotEmpty();
            assertThat(row.description()).as(row.name()).isNotBlank().doesNotEndWith(".");
        });
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void noSubjectHasTwoRowsOfOneName(Subject subject) {
        assertThat(Filterable.ROWS)
                .filteredOn(row -> row.subjects().contains(subject))
                .extracting(Filterable::name)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(Filterable.of(subject).keySet());
    }

    @Test
    void constantsSayWhatTheyMayBeAndNamesWhereTheyArePrinted() {
        assertThat(Filterable.ROWS).allSatisfy(row -> {
            assertThat(row.values().isEmpty()).as(row.name()).isEqualTo(row.kind() != Kind.CONSTANT);
            assertThat(row.printed() == null).as(row.name()).isEqualTo(row.kind() != Kind.SOMEONE);
        });
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void whatListsAreSortedByAtFirstCanBeAskedFor(Subject subject) {
        assertThat(Filterable.of(subject).values())
                .filteredOn(row -> row.kind().isSorted())
                .extracting(row -> row.order(true))
                .contains(subject.order());
    }

    @Test
    void ordersKnowWhatTheirFieldHolds() {
        assertThat(Filterable.of(Subject.ENTITIES).get("name").order(false))
                .isEqualTo(new Order("nameKey", Order.Values.TEXTS, false));
    }
}
