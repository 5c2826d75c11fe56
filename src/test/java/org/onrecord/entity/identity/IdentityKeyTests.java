package org.onrecord.entity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.extraction.EntityType;

class IdentityKeyTests {

    @ParameterizedTest
    @CsvSource({
        "PLACE, U.S., PLACE, the United States",
        "PLACE, US, ORGANISATION, America",
        "PLACE, UK, PLACE, Great Britain",
        "ORGANISATION, UN, ORGANISATION, the United Nations",
        "ORGANISATION, W.H.O., ORGANISATION, World Health Organisation",
        "ORGANISATION, 'Hafen & Kran AG', ORGANISATION, Hafen and Kran",
        "ORGANISATION, 'Isarco Co., Ltd.', ORGANISATION, Isarco",
        "ORGANISATION, Isarco Organisation, ORGANISATION, Isarco Organization",
        "ORGANISATION, Isarco Defence Centre, ORGANISATION, Isarco Defense Center",
        "ORGANISATION, Supreme Court of India, ORGANISATION, the Indian Supreme Court",
        "ORGANISATION, Britain’s Ministry of Defence, ORGANISATION, British Ministry of Defence"
    })
    void isOneForNamesOfOneThing(EntityType type, String name, EntityType otherType, String other) {
        assertThat(IdentityKey.of(type, name)).isEqualTo(IdentityKey.of(otherType, other));
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON, America, PLACE, America",
        "ORGANISATION, the Indian Supreme Court, ORGANISATION, the Kenyan Supreme Court",
        "ORGANISATION, Isarco Steel, ORGANISATION, Isarco Water",
        "PLACE, Georgia, PLACE, United States"
    })
    void isAnotherForOtherThings(EntityType type, String name, EntityType otherType, String other) {
        assertThat(IdentityKey.of(type, name)).isNotEqualTo(IdentityKey.of(otherType, other));
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON, Marta Kowal, Kowal,",
        "PERSON, Marta Kowal, Marta J. Kowal, marta kowal",
        "PERSON, Marta Kowal, Piet Kowal,",
        "ORGANISATION, Office for Harbour Works, OHW, ohw",
        "ORGANISATION, Ruritanian Parliament, Parliament,"
    })
    void isNoneForAPrintedFormThatTellsTooLittle(EntityType type, String name, String printed, @Nullable String key) {
        assertThat(IdentityKey.ofPrinted(type, name, printed)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "the Supreme Court, supreme court,",
        "Parliament, parliament,",
        "South African Parliament, parliament, ZA",
        "Department of Health, department of health,",
        "House of Representatives, house of representatives,"
    })
    void readsBodiesThatEachCountryHas(String name, String body, @Nullable String country) {
        assertThat(GenericBody.of(name)).contains(new GenericBody(body, country));
    }

    @ParameterizedTest
    @CsvSource({"Isarco Council", "Kowal Party", "International Court of Justice", "Bank of America", "Congress Hotel"})
    void leavesBodiesWithANameOfTheirOwn(String name) {
        assertThat(GenericBody.of(name)).isEmpty();
    }
}
