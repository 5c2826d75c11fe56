package org.onrecord.entity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTests {

    @ParameterizedTest
    @CsvSource({
        "Marta J. Kowal, marta kowal",
        "Marta Jadwiga Kowal, marta kowal",
        "MARTA KOWAL, marta kowal",
        "Mr. Piet Kowal, piet kowal",
        "J.D. Kowal, jd kowal",
        "J. D. Kowal, jd kowal",
        "JD Kowal, jd kowal",
        "J. Edgar Kowal, j kowal",
        "Piet Kowal Jr., piet kowal",
        "'Piet Kowal, Jr.', piet kowal",
        "Piet Kowal III, piet kowal",
        "'Dame Marta Kowal, QC', dame kowal",
        "Kim Jong-ho, kim ho",
        "Kim Jong Ho, kim ho",
        "Ana Reyes-Kowal, ana reyes kowal",
        "Kowal, kowal",
        "Kowal’s, kowal",
        "de Kowal, kowal",
        "Piet van der Kowal, piet kowal"
    })
    void isLookedUpByWhatStays(String name, String key) {
        assertThat(PersonName.of(name).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "Marta J. Kowal, Marta Kowal, true",
        "Marta J. Kowal, Marta Jadwiga Kowal, true",
        "Marta J. Kowal, Marta B. Kowal, false",
        "Marta W. Kowal, Marta H.W. Kowal, false",
        "Marta Anna Kowal, Marta Berta Kowal, false",
        "Marta Kowal, Anna Kowal, false",
        "Daniel Kowal, Danny Kowal, true",
        "D. Kowal, Daniel Kowal, true",
        "Piet Kowal, Piet Kowal Jr., false",
        "Piet Kowal Sr., Piet Kowal Jr., false",
        "Piet B. Kowal Jr., Piet Kowal, true",
        "Piet B. Kowal Jr., Piet B. Kowal, false",
        "Piet Kowal, Piet Reyes-Kowal, false",
        "Kowal, Piet Kowal, true",
        "Síofra O’Kowal, Siofra O'Kowal, true"
    })
    void mayBeOnePersonsUnlessAWordSpeaksAgainstIt(String one, String other, boolean same) {
        assertThat(PersonName.of(one).mayBe(PersonName.of(other))).isEqualTo(same);
        assertThat(PersonName.of(other).mayBe(PersonName.of(one))).isEqualTo(same);
    }

    @Test
    void isKnownByTheShortFormsOfTheFirstName() {
        assertThat(PersonName.of("Danny Kowal").keys())
                .startsWith("danny kowal")
                .contains("daniel kowal", "dan kowal");
        assertThat(PersonName.of("Kowal").keys()).containsExactly("kowal");
    }
}
