package org.onrecord.entity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTests {

    @ParameterizedTest
    @CsvSource({
        "Tayyip Erdo\u011fan, tayyip erdogan",
        "ERDOGAN, erdogan",
        "Mr Erdogan, erdogan",
        "Mrs. O\u2019Brien, obrien",
        "Dr. Ana Ruiz\u2019s, ana ruiz",
        "Jean-Luc Picard, jean luc picard",
        "the United Nations, united nations",
        "U.S., us",
        "\u0130stanbul, istanbul",
        "\u0141\u00f3d\u017a, lodz",
        "S\u00f8ren \u00d8st, soren ost",
        "President Ruiz, president ruiz",
        "Mr, mr",
        "'A  B', a b"
    })
    void foldsWhatWritersVary(String name, String key) {
        assertThat(NameKey.of(name).value()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"'…', ''", "'\u201c\u201d', ''"})
    void isEmptyForMarksAlone(String name, String key) {
        assertThat(NameKey.of(name)).isEqualTo(new NameKey(key)).matches(NameKey::isEmpty);
    }
}
