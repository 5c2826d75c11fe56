package org.onrecord.extraction.naming;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of places on earth in WordNet's nouns: those of its instances that stand in the files of locations and of
 * natural objects.
 *
 * @param licence the lines of the licence, which is to appear on all copies
 */
record WordNetPlaces(List<String> licence, Set<String> towns, Set<String> lands, Set<String> landforms) {

    private static final int LOCATIONS = 15;
    private static final int NATURAL_OBJECTS = 17;
    private static final int FIRST_WORD = 4;
    private static final String INSTANCE_OF = "@i";

    private static final Set<String> TOWNS =
            Set.of("city", "town", "national capital", "state capital", "provincial capital", "port", "village");

    /** Words for what is in the sky. */
    private static final List<String> HEAVENLY = List.of(
            "star",
            "constellation",
            "planet",
            "satellite",
            "moon",
            "galaxy",
            "asteroid",
            "supernova",
            "supergiant",
            "asterism",
            "crater",
            "bunch",
            "boundary");

    /** @param words of the same meaning @param kinds the meanings it is an instance of */
    private record Meaning(int file, List<String> words, List<String> kinds) {}

    /** @param file WordNet's data.noun */
    static WordNetPlaces read(Path file) throws IOException {
        var licence = new ArrayList<String>();
        Map<String, Meaning> meanings = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(" ")) {
                licence.add(line.strip().replaceFirst("^\\d+ *", ""));
            } else {
                meanings.put(line.substring(0, line.indexOf(' ')), meaning(line.split(" ")));
            }
        }
        var found = new WordNetPlaces(licence, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (var meaning : meanings.values()) {
            if (!meaning.kinds().isEmpty()) {
                Set<String> kinds = new HashSet<>();
                meaning.kinds()
                        .forEach(kind -> kinds.add(meanings.get(kind).words().get(0)));
                found.add(meaning, kinds);
            }
        }
        return found;
    }

    /** A line: offset, file, part of speech, count and words each with a number, count and pointers of four columns. */
    private static Meaning meaning(String[] columns) {
        var words = new ArrayList<String>();
        int at = FIRST_WORD;
        for (int left = Integer.parseInt(columns[3], 16); left > 0; left--) {
            words.add(columns[at].replace('_', ' '));
            at += 2;
        }
        var kinds = new ArrayList<String>();
        int pointers = Integer.parseInt(columns[at++]);
        for (int each = 0; each < pointers; each++) {
            if (columns[at].equals(INSTANCE_OF)) {
                kinds.add(columns[at + 1]);
            }
            at += 4;
        }
        return new Meaning(Integer.parseInt(columns[1]), words, kinds);
    }

    private void add(Meaning meaning, Set<String> kinds) {
        boolean heavenly = kinds.stream().anyMatch(kind -> HEAVENLY.stream().anyMatch(kind::endsWith));
        Set<String> names;
        if (meaning.file() == LOCATIONS) {
            names = kinds.stream().anyMatch(TOWNS::contains) ? towns : lands;
        } else if (meaning.file() == NATURAL_OBJECTS && !heavenly) {
            names = landforms;
        } else {
            return;
        }
        meaning.words().stream()
                .filter(word -> Character.isUpperCase(word.charAt(0)))
                .forEach(names::add);
    }
}
