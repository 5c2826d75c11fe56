package org.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each type has a name of its own, and each file one that every file system keeps apart from the others. */
class NamesTests {

    @Test
    void noTwoFilesDifferInCaseOnly() throws IOException {
        assertThat(twins(files(), file -> file.toString().toLowerCase(Locale.ROOT)))
                .isEmpty();
    }

    @Test
    void noTwoTypesHaveOneName() throws IOException {
        assertThat(twins(
                        files().filter(file -> file.toString().endsWith(".java"))
                                .filter(file -> !file.endsWith("package-info.java")),
                        file -> file.getFileName().toString()))
                .isEmpty();
    }

    private static Stream<Path> files() throws IOException {
        return Stream.concat(Files.walk(Path.of("src")), Files.walk(Path.of("docs")));
    }

    private static List<List<Path>> twins(Stream<Path> files, Function<Path, String> name) {
        Map<String, List<Path>> byName = files.collect(Collectors.groupingBy(name));
        return byName.values().stream().filter(group -> group.size() > 1).toList();
    }
}
