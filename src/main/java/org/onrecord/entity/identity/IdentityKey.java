package org.onrecord.entity.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.EntityType;

/**
 * What a name is looked up by when the archive asks whether it knows somebody or something already: the name without what
 * comes and goes between articles. Names of one key are likely one thing's, and each may still be refused by other
 * evidence.
 */
public final class IdentityKey {

    private static final Set<String> COMPANY_FORMS = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "ltd",
            "limited",
            "llc",
            "llp",
            "lp",
            "plc",
            "ag",
            "gmbh",
            "kg",
            "sa",
            "sas",
            "sarl",
            "nv",
            "bv",
            "spa",
            "srl",
            "se",
            "oy",
            "oyj",
            "ab",
            "asa",
            "aps",
            "kk",
            "pty",
            "pte",
            "bhd",
            "pjsc",
            "ojsc",
            "jsc");

    private static final Map<String, String> SPELLINGS = Map.of(
            "labour", "labor",
            "defence", "defense",
            "centre", "center",
            "theatre", "theater",
            "programme", "program",
            "harbour", "harbor");

    private static final Set<String> SKIPPED = Set.of("and", "the", "und", "et");

    private IdentityKey() {}

    /** The key of a name; empty for a name that is all marks. */
    public static String of(EntityType type, String name) {
        return WellKnown.called(type, name).map(WellKnown.Thing::key).orElseGet(() -> switch (type) {
            case PERSON -> PersonName.of(name).key();
            case ORGANISATION ->
                GenericBody.of(name)
                        .filter(body -> body.country() != null)
                        .map(body -> body.in(String.valueOf(body.country())))
                        .orElseGet(() -> organisation(name));
            default -> NameKey.of(name).value();
        });
    }

    /** Every key under which the archive may know the bearer of a name already. */
    public static List<String> known(EntityType type, String name) {
        return type == EntityType.PERSON ? PersonName.of(name).keys() : List.of(of(type, name));
    }

    /**
     * The key of a form of the name that an article printed; null for one that says too little to go by, which a
     * person's surname does, and a body that each country has.
     *
     * @param name what the bearer is called
     */
    public static @Nullable String ofPrinted(EntityType type, String name, String printed) {
        boolean tells = type == EntityType.PERSON
                ? !PersonName.of(printed).standsAlone()
                        && PersonName.of(printed).mayBe(PersonName.of(name))
                : GenericBody.of(printed).isEmpty();
        String key = tells ? of(type, printed) : "";
        return key.isEmpty() ? null : key;
    }

    private static String organisation(String name) {
        List<String> words = new ArrayList<>();
        for (String word : NameKey.of(name).value().split(" ")) {
            String spelled = SPELLINGS.getOrDefault(word, word).replaceFirst("isation$", "ization");
            if (!SKIPPED.contains(spelled)) {
                words.add(spelled);
            }
        }
        while (words.size() > 1 && COMPANY_FORMS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return String.join(" ", words);
    }
}
