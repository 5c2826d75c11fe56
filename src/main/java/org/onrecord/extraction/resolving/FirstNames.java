package org.onrecord.extraction.resolving;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.onrecord.text.WordLists;

/** First names with the pronoun that goes with them, and short forms of first names. Immutable. */
public final class FirstNames {

    private static final FirstNames INSTANCE = read();

    private final Map<String, Gender> genders;
    private final Map<String, Set<Integer>> rows;

    private FirstNames(Map<String, Gender> genders, Map<String, Set<Integer>> rows) {
        this.genders = genders;
        this.rows = rows;
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
        return new FirstNames(Map.copyOf(genders), rows());
    }

    private static Map<String, Set<Integer>> rows() {
        Map<String, Set<Integer>> rows = new HashMap<>();
        int row = 0;
        for (String line : WordLists.lines(FirstNames.class, "short-forms.txt")) {
            for (String name : line.split(" ")) {
                rows.computeIfAbsent(name, any -> new HashSet<>()).add(row);
            }
            row++;
        }
        return rows;
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
