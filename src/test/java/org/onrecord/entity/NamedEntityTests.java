package org.onrecord.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onrecord.extraction.EntityType;

class NamedEntityTests {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final NamedEntity entity = NamedEntity.added(UUID.randomUUID(), EntityType.PERSON, "Ana Ruiz", MORNING);

    @Test
    void beginsWithNothingButTypeAndName() {
        assertThat(entity.type()).isEqualTo(EntityType.PERSON);
        assertThat(entity.name()).isEqualTo("Ana Ruiz");
        assertThat(entity.description()).isNull();
        assertThat(entity.externalIds()).isEmpty();
        assertThat(entity.mergedInto()).isNull();
        assertThat(entity.deletedAt()).isNull();
    }

    @Test
    void isDescribedAnewAsAWhole() {
        entity.describe(EntityType.PERSON, "Ana Ruiz", "Minister of trade", Map.of("wikidata", "Q42"), NOON);
        entity.describe(EntityType.ORGANISATION, "Ruiz & Co.", null, Map.of(), NOON);
        assertThat(entity.type()).isEqualTo(EntityType.ORGANISATION);
        assertThat(entity.name()).isEqualTo("Ruiz & Co.");
        assertThat(entity.description()).isNull();
        assertThat(entity.externalIds()).isEmpty();
        assertThat(entity.createdAt()).isEqualTo(MORNING);
    }

    @Test
    void isNotMergedIntoItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entity.mergeInto(entity.id(), NOON))
                .withMessageContaining(entity.id().toString());
        assertThat(entity.mergedInto()).isNull();
    }

    @Test
    void standsForItselfAgainWhenParted() {
        UUID survivor = UUID.randomUUID();
        entity.mergeInto(survivor, NOON);
        assertThat(entity.mergedInto()).isEqualTo(survivor);
        entity.part(NOON);
        assertThat(entity.mergedInto()).isNull();
        assertThat(entity.name()).isEqualTo("Ana Ruiz");
    }

    @Test
    void comesBackFromDeletionAsItWas() {
        entity.describe(EntityType.PERSON, "Ana Ruiz", "Minister of trade", Map.of("wikidata", "Q42"), NOON);
        entity.delete(NOON);
        assertThat(entity.deletedAt()).isEqualTo(NOON);
        entity.restore(NOON);
        assertThat(entity.deletedAt()).isNull();
        assertThat(entity.description()).isEqualTo("Minister of trade");
        assertThat(entity.externalIds()).containsEntry("wikidata", "Q42");
    }

    @Test
    void isTheSameByItsIdAlone() {
        assertThat(entity)
                .isEqualTo(NamedEntity.added(entity.id(), EntityType.PLACE, "Ruiz", NOON))
                .isNotEqualTo(NamedEntity.added(UUID.randomUUID(), EntityType.PERSON, "Ana Ruiz", MORNING));
    }
}
