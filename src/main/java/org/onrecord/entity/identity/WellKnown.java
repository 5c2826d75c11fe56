package org.onrecord.entity.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.EntityType;
import org.onrecord.text.WordLists;

/**
 * Countries and international organisations with the names news gives them, so that "U.S.", "America" and "the United
 * States" are one thing in an archive that has just begun. The lists say where they come from.
 */
public final class WellKnown {

    private static final Map<String, Thing> BY_NAME = new HashMap<>();
    private static final Map<String, String> COUNTRY_OF_WORD = new HashMap<>();

    static {
        WordLists.lines(WellKnown.class, "countries.txt").forEach(WellKnown::readCountry);
        WordLists.lines(WellKnown.class, "organisations.txt").forEach(WellKnown::readOrganisation);
    }

    private WellKnown() {}

    /**
     * Something everybody knows.
     *
     * @param country its ISO 3166-1 code, or null if it is no country
     */
    public record Thing(
            EntityType type, String name, @Nullable String country) {

        String key() {
            return NameKey.fold(name);
        }

        /** Its ids elsewhere by where. */
        public Map<String, String> externalIds() {
            return country == null ? Map.of() : Map.of("iso3166", country);
        }
    }

    private static void readCountry(String line) {
        String[] cells = cells(line);
        var thing = new Thing(EntityType.PLACE, cells[1], cells[0]);
        know(thing, cells[2]);
        BY_NAME.forEach((name, known) -> {
            if (known.equals(thing)) {
                COUNTRY_OF_WORD.put(name, cells[0]);
            }
        });
        for (String adjective : cells[3].split(",")) {
            if (!adjective.isBlank()) {
                COUNTRY_OF_WORD.put(NameKey.fold(adjective), cells[0]);
            }
        }
    }

    private static void readOrganisation(String line) {
        String[] cells = cells(line);
        know(new Thing(EntityType.ORGANISATION, cells[0], null), cells[1]);
    }

    /** Always four, those left out empty. */
    private static String[] cells(String line) {
        String[] given = line.split("\\|");
        String[] cells = {"", "", "", ""};
        for (int index = 0; index < given.length; index++) {
            cells[index] = given[index].strip();
        }
        return cells;
    }

    private static void know(Thing thing, String otherNames) {
        BY_NAME.put(NameKey.of(thing.name()).value(), thing);
        for (String name : otherNames.split(";")) {
            if (!name.isBlank()) {
                BY_NAME.put(NameKey.of(name).value(), thing);
            }
        }
    }

    /** What a name means to everybody. A person of that name is somebody else: nobody is asked for under that type. */
    public static Optional<Thing> called(EntityType type, String name) {
        return type == EntityType.PERSON
                ? Optional.empty()
                : Optional.ofNullable(BY_NAME.get(NameKey.of(name).value()));
    }

    /** The code of the country that folded words name, or say that something belongs to. */
    static @Nullable String countryOf(String words) {
        return COUNTRY_OF_WORD.get(words);
    }
}
