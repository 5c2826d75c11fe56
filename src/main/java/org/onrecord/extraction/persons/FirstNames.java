package org.onrecord.extraction.persons;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.onrecord.text.WordLists;

/** First names with the pronoun that goes with them, and short forms of first names. Immutable. */
public final class FirstNames {

    private static final FirstNames INSTANCE = read();

    private final Map<String, Gender> genders;
    private final Map<String, Set<Integer>> rows;
    private final List<List<String>> forms;

    private FirstNames(Map<String, Gender> genders, List<List<String>> forms) {
        this.genders = genders;
        this.forms = forms;
        this.rows = new HashMap<>();
        for (int row = 0; row < forms.size(); row++) {
            for (String name : forms.get(row)) {
                rows.computeIfAbsent(name, any -> new HashSet<>()).add(row);
            }
        }
    }

    public static FirstNames load() {
        return INSTANCE;
    }

    private static FirstNames read() {
        Map<String, Gender> genders = new HashMap<>();
        WordLists.sections(FirstNames.class, "first-names.txt").forEach((section, names) -> {
            Gender gender = section.equals("she") ? Gender.SHE : Gender.HE;
            names.forEach(
                    name -> genders.merge(fold(name), gender, (known, told) -> known == told ? told : Gender.UNKNOWN));
        });
        List<List<String>> forms = WordLists.lines(FirstNames.class, "short-forms.txt").stream()
                .map(line -> List.of(line.split(" ")))
                .toList();
        return new FirstNames(Map.copyOf(genders), forms);
    }

    private static String fold(String name) {
        return Words.fold(name);
    }

    public Gender genderOf(String firstName) {
        String name = fold(firstName);
        Gender whole = genders.get(name);
        if (whole == null && name.indexOf('-') > 0) {
            whole = genders.get(name.substring(0, name.indexOf('-')));
        }
        return whole == null ? Gender.UNKNOWN : whole;
    }

    /** The names that share a row with this one: what it is the short form of, and its short forms; folded. */
    public Set<String> formsOf(String firstName) {
        String name = fold(firstName);
        return rows.getOrDefault(name, Set.of()).stream()
                .flatMap(row -> forms.get(row).stream())
                .filter(form -> !form.equals(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether two first names may name one person: the same, an initial, or a short form of the other. */
    public boolean compatible(String one, String other) {
        String left = fold(one);
        String right = fold(other);
        if (left.equals(right)) {
            return true;
        }
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        if (isInitial(left) || isInitial(right)) {
            return left.charAt(0) == right.charAt(0);
        }
        Set<Integer> leftRows = rows.get(left);
        Set<Integer> rightRows = rows.get(right);
        return leftRows != null && rightRows != null && leftRows.stream().anyMatch(rightRows::contains);
    }

    private static boolean isInitial(String name) {
        return name.length() == 1 || name.length() == 2 && name.charAt(1) == '.';
    }
}
