package org.onrecord.extraction.naming;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes {@code places.txt}: {@code PlaceList OUT TOWNS.tsv SUBDIVISIONS.json LANGUAGES.json WORDNET-NOUNS TRAINING-FILE…}, see
 * the model card. Left out is what would mislead: words the training text prints in lower case, and first names, family names and the like.
 */
final class PlaceList {

    private static final int SMALLEST_TOWN = 50_000;

    private static final Pattern NAME = Pattern.compile("^[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}'’. -]*$");

    private static final Pattern BRACKETS = Pattern.compile("\\s*\\(.*?\\)");

    private static final Pattern KIND_OF_SUBDIVISION = Pattern.compile(
            " (Province|District|Region|County|Governorate|Department|Prefecture|Municipality|Oblast|Krai|Parish)$");

    private static final int SHORTEST = 4;

    private static final int MOST_WORDS = 4;

    private static final Set<String> MISLEADING = Set.of(
            "given-name",
            "family-name",
            "title",
            "organisation",
            "time-word",
            "event-word",
            "nationality",
            "organisation-word",
            "place-word",
            "country");

    private final Set<String> inLowerCase = new HashSet<>();
    private final Map<String, Set<String>> listed = new HashMap<>();

    public static void main(String[] arguments) throws IOException {
        var list = new PlaceList();
        for (int file = 5; file < arguments.length; file++) {
            list.readWords(Path.of(arguments[file]));
        }
        list.readLists();
        var wordNet = WordNetPlaces.read(Path.of(arguments[4]));
        var lines = new ArrayList<>(List.of(
                "# Made by PlaceList, see the model card. Towns of 50,000 people and more: GeoNames (https://www.geonames.org),",
                "# CC BY 4.0, selected and folded. Subdivisions of countries and languages: Unicode CLDR 48, Unicode-3.0",
                "# (docs/licences). Lands, landforms and further towns: WordNet 3.1, selected; its licence:",
                "#"));
        wordNet.licence().forEach(line -> lines.add(("# " + line).strip()));
        lines.addAll(List.of("", "[town]"));
        var towns = list.towns(Path.of(arguments[1]));
        wordNet.towns().forEach(each -> list.add(each, towns));
        lines.addAll(towns);
        lines.add("[subdivision]");
        lines.addAll(list.subdivisions(Path.of(arguments[2])));
        lines.add("[land]");
        lines.addAll(list.usable(wordNet.lands()));
        lines.add("[landform]");
        lines.addAll(list.usable(wordNet.landforms()));
        lines.add("[language]");
        lines.addAll(list.languages(Path.of(arguments[3])));
        Files.write(Path.of(arguments[0]), lines);
    }

    private void readWords(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            lines.map(line -> line.split("\t")[0])
                    .filter(word -> word.equals(word.toLowerCase(Locale.ROOT)))
                    .forEach(inLowerCase::add);
        }
    }

    private void readLists() throws IOException {
        try (var in = Gazetteer.class.getResourceAsStream("lists.txt")) {
            String kind = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("[")) {
                    kind = line.substring(1, line.length() - 1);
                } else if (!line.startsWith("#")) {
                    for (String entry : line.split(",")) {
                        listed.computeIfAbsent(entry.strip().toLowerCase(Locale.ROOT), key -> new HashSet<>())
                                .add(kind);
                    }
                }
            }
        }
    }

    /** @param file lines of a name, a tab and how many people live there */
    private Set<String> towns(Path file) throws IOException {
        var names = new TreeSet<String>();
        for (String line : Files.readAllLines(file)) {
            String[] columns = line.split("\t");
            if (Integer.parseInt(columns[1]) >= SMALLEST_TOWN) {
                add(columns[0], names);
            }
        }
        return names;
    }

    /** @param file CLDR's names in English, as cldr-subdivisions-full has them */
    private Set<String> subdivisions(Path file) {
        JsonNode names = new JsonMapper().readTree(file).at("/subdivisions/localeDisplayNames/subdivisions");
        var found = new TreeSet<String>();
        for (JsonNode node : names) {
            String name = BRACKETS.matcher(node.asString()).replaceAll("").split(",")[0];
            name = name.replace("Special Administrative Region", "").strip();
            add(KIND_OF_SUBDIVISION.matcher(name).replaceFirst(""), found);
        }
        return found;
    }

    /** @param file CLDR's names in English, as cldr-localenames-full has them */
    private Set<String> languages(Path file) {
        JsonNode names = new JsonMapper().readTree(file).at("/main/en/localeDisplayNames/languages");
        var found = new TreeSet<String>();
        for (JsonNode node : names) {
            if (!node.asString().contains(",")) {
                add(BRACKETS.matcher(node.asString()).replaceAll(""), found);
            }
        }
        return found;
    }

    private Set<String> usable(Set<String> names) {
        var found = new TreeSet<String>();
        names.forEach(name -> add(name, found));
        return found;
    }

    private void add(String name, Set<String> names) {
        if (isUsable(name)) {
            names.add(name);
            names.add(Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{Mn}", ""));
        }
    }

    private boolean isUsable(String name) {
        if (name.length() < SHORTEST
                || name.split(" ").length > MOST_WORDS
                || !NAME.matcher(name).matches()) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean severalWords = lower.contains(" ") || lower.contains("-");
        return severalWords
                || !inLowerCase.contains(lower)
                        && listed.getOrDefault(lower, Set.of()).stream().noneMatch(MISLEADING::contains);
    }
}
