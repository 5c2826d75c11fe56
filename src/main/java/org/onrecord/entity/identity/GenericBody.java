package org.onrecord.entity.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.text.WordLists;

/**
 * A body that each country has one of, named without more: "Supreme Court", "the Indian Parliament", "Ministry of Health".
 * Which one is meant, the name alone does not tell.
 *
 * @param name folded, without the country
 * @param country the ISO 3166-1 code of the country the name itself gives, or null
 */
public record GenericBody(String name, @Nullable String country) {

    private static final Set<String> HEADS;
    private static final Set<String> MODIFIERS;
    private static final Set<String> LOCAL;

    static {
        var sections = WordLists.sections(GenericBody.class, "generic-bodies.txt");
        HEADS = Set.copyOf(sections.getOrDefault("heads", List.of()));
        LOCAL = Set.copyOf(sections.getOrDefault("local", List.of()));
        MODIFIERS = Set.copyOf(sections.getOrDefault("modifiers", List.of()));
    }

    /** Whether each town or region has one of its own. */
    public boolean isLocal() {
        return Stream.of(name.split(" ")).anyMatch(LOCAL::contains);
    }

    /**
     * What the body of one country, outlet or article is looked up by.
     *
     * @param scope a country's code, or an outlet's or article's id
     */
    public String in(String scope) {
        return name + " @" + scope;
    }

    /** Reads a name as such a body; empty if the name has a word of its own. */
    public static Optional<GenericBody> of(String name) {
        List<String> words = List.of(NameKey.of(name).value().split(" "));
        for (int length = Math.min(2, words.size() - 1); length > 0; length--) {
            String before = country(words.subList(0, length));
            if (before != null) {
                return generic(words.subList(length, words.size()), before);
            }
        }
        int of = words.lastIndexOf("of");
        if (of > 0 && of < words.size() - 1) {
            int from = words.get(of + 1).equals("the") && of < words.size() - 2 ? of + 2 : of + 1;
            String behind = country(words.subList(from, words.size()));
            if (behind != null) {
                return generic(words.subList(0, of), behind);
            }
        }
        return generic(words, null);
    }

    private static @Nullable String country(List<String> words) {
        String joined = String.join(" ", words);
        String country = WellKnown.countryOf(joined);
        return country == null && joined.endsWith("s")
                ? WellKnown.countryOf(joined.substring(0, joined.length() - 1))
                : country;
    }

    private static Optional<GenericBody> generic(List<String> words, @Nullable String country) {
        boolean generic = words.stream()
                        .allMatch(word -> HEADS.contains(word) || MODIFIERS.contains(word) || LOCAL.contains(word))
                && words.stream().anyMatch(HEADS::contains);
        return generic ? Optional.of(new GenericBody(String.join(" ", words), country)) : Optional.empty();
    }
}
