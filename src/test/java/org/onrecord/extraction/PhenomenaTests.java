package org.onrecord.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.text.CodePoints;

/** The regression corpus {@code phenomena.txt}: one short text per phenomenon, with the quotes it should give. */
class PhenomenaTests {

    private static final Extractor EXTRACTOR = Extractor.load();
    private static final String KNOWN_WRONG = "KNOWN WRONG:";

    record Phenomenon(String name, String text, List<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("understood")
    void findsTheQuotesOfTheCorpus(Phenomenon phenomenon) {
        assertThat(quotesOf(phenomenon.text())).isEqualTo(phenomenon.expected());
    }

    /** A row that comes right must move up: the list of known failures is kept honest. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("knownWrong")
    void failsWhereItIsKnownToFail(Phenomenon phenomenon) {
        assertThat(quotesOf(phenomenon.text())).isNotEqualTo(phenomenon.expected());
    }

    static Stream<Phenomenon> understood() {
        return phenomena().stream().filter(phenomenon -> !phenomenon.name().startsWith(KNOWN_WRONG));
    }

    static Stream<Phenomenon> knownWrong() {
        return phenomena().stream().filter(phenomenon -> phenomenon.name().startsWith(KNOWN_WRONG));
    }

    private static List<String> quotesOf(String text) {
        CodePoints body = new CodePoints(text);
        return EXTRACTOR.analyse(text).quotes().stream()
                .map(quote -> {
                    FoundSpeaker speaker = quote.speaker();
                    String words = quote.segments().stream().map(body::textOf).collect(Collectors.joining(" / "));
                    return quote.kind().name().toLowerCase(Locale.ROOT) + " | " + words + " | "
                            + (speaker == null ? "-" : speaker.name());
                })
                .toList();
    }

    private static List<Phenomenon> phenomena() {
        List<Phenomenon> found = new ArrayList<>();
        String name = "";
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("== ")) {
                add(found, name, text, expected);
                name = line.substring(3);
                text = new StringBuilder();
                expected = new ArrayList<>();
            } else if (line.matches("(direct|mixed|indirect) \\| .*")) {
                expected.add(line);
            } else if (!line.startsWith("#")) {
                text.append(line).append('\n');
            }
        }
        add(found, name, text, expected);
        return found;
    }

    private static void add(List<Phenomenon> found, String name, StringBuilder text, List<String> expected) {
        if (!name.isEmpty()) {
            found.add(new Phenomenon(name, text.toString().strip(), List.copyOf(expected)));
        }
    }

    private static List<String> lines() {
        try (var stream = PhenomenaTests.class.getResourceAsStream("phenomena.txt")) {
            if (stream == null) {
                throw new IllegalStateException("phenomena.txt is missing");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
