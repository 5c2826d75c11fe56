package org.onrecord.entity.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.extraction.persons.FirstNames;
import org.onrecord.extraction.persons.Gender;
import org.onrecord.extraction.persons.Generations;
import org.onrecord.extraction.persons.MiddleNames;

/**
 * A person's name taken apart, all words folded as {@link NameKey} does.
 *
 * @param given first and middle names and initials; empty where a surname, or one name of any kind, stands alone
 * @param surname the last word, or both of a double-barrelled one, which a person is looked up by
 * @param generation "jr", "sr", "ii", "iii", "iv", or empty
 */
public record PersonName(List<String> given, String surname, String generation) {

    private static final FirstNames FIRST_NAMES = FirstNames.load();
    private static final Set<String> LETTERS_BEHIND =
            Set.of("mp", "mep", "msp", "qc", "kc", "obe", "mbe", "cbe", "esq", "phd", "md");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.){2,}|(?<!\\p{L})\\p{Lu}{2}(?=\\s)");

    /** "Ocasio-Cortez" is one surname; the hyphen of "Jong-un" comes and goes. */
    private static final Pattern DOUBLE_BARRELLED = Pattern.compile("\\p{L}[-‐]\\p{Lu}");

    private static final Pattern APART = Pattern.compile("[\\s\\u00A0]+");

    /** Words that open a surname of several words where no first name stands before them. */
    private static final Set<String> PARTICLES = Set.of(
            "de", "da", "di", "del", "della", "dos", "du", "la", "le", "van", "von", "der", "den", "ten", "ter", "bin",
            "ibn", "al", "el", "abu", "zu", "af", "av");

    public PersonName {
        given = List.copyOf(given);
    }

    /** Takes a name apart; a name that is all marks has an empty surname. */
    public static PersonName of(String name) {
        List<String> words = new ArrayList<>();
        for (String word : APART.split(spelledOut(NameKey.withoutPossessive(name)))) {
            if (DOUBLE_BARRELLED.matcher(word).find()) {
                words.add(NameKey.fold(word));
            } else {
                Stream.of(NameKey.fold(word).split(" "))
                        .filter(part -> !part.isEmpty())
                        .forEach(words::add);
            }
        }
        while (words.size() > 1 && NameKey.FORMS_OF_ADDRESS.contains(words.get(0))) {
            words.remove(0);
        }
        String generation = "";
        while (words.size() > 1) {
            String last = words.get(words.size() - 1);
            if (Generations.isOne(last) && generation.isEmpty()) {
                generation = last;
            } else if (!LETTERS_BEHIND.contains(last)) {
                break;
            }
            words.remove(words.size() - 1);
        }
        if (words.isEmpty()) {
            return new PersonName(List.of(), "", generation);
        }
        String surname = words.remove(words.size() - 1);
        boolean wholeSurname = !words.isEmpty() && words.stream().allMatch(PARTICLES::contains) && startsLow(name);
        return new PersonName(wholeSurname ? List.of() : words, surname, generation);
    }

    /** Initials written together are initials: "J.K.", "JD". */
    private static String spelledOut(String name) {
        return INITIALS.matcher(name).replaceAll(found -> {
            String letters = found.group().replace(".", "");
            return String.join(" ", letters.split("")) + (found.group().endsWith(".") ? " " : "");
        });
    }

    private static boolean startsLow(String name) {
        return !name.isBlank() && Character.isLowerCase(name.strip().codePointAt(0));
    }

    /** Whether somebody of that name may be anybody of that name: no first name stands with it. */
    public boolean standsAlone() {
        return given.isEmpty();
    }

    /** The first name; initials before it or in its place are written together; empty where there is none. */
    private String first() {
        StringBuilder initials = new StringBuilder();
        for (String word : given) {
            if (word.length() > 1) {
                return initials.isEmpty() ? word : initials.toString();
            }
            initials.append(word);
        }
        return initials.toString();
    }

    /** First name and surname: what stays when middle names and "Jr." come and go. */
    public String key() {
        return key(first());
    }

    private String key(String first) {
        return first.isEmpty() ? surname : first + " " + surname;
    }

    /** The keys this person may be known by already: its own, and with each short form of the first name. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>(List.of(key()));
        if (!standsAlone()) {
            FIRST_NAMES.formsOf(first()).stream()
                    .map(this::key)
                    .filter(key -> !keys.contains(key))
                    .forEach(keys::add);
        }
        return keys;
    }

    /** The pronoun the first name goes with. */
    public Gender gender() {
        return standsAlone() ? Gender.UNKNOWN : FIRST_NAMES.genderOf(first());
    }

    /** Whether one person may go by both names: no word of the one speaks against the other. */
    public boolean mayBe(PersonName other) {
        if (!surname.equals(other.surname)) {
            return false;
        }
        if (standsAlone() || other.standsAlone()) {
            return true;
        }
        return FIRST_NAMES.compatible(first(), other.first())
                && MiddleNames.agree(middles(), other.middles())
                && Generations.agree(generation, middles(), other.generation, other.middles());
    }

    private List<String> middles() {
        return given.subList(1, given.size());
    }
}
