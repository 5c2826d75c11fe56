package org.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents fit a screen of usual width. */
class DocumentsTests {

    private static final int WIDTH = 120;

    /** Code and answers are shown as they are. */
    @Test
    void noLineIsTooWide() throws IOException {
        var wide = new ArrayList<String>();
        for (Path document : documents()) {
            boolean code = false;
            for (String line : Files.readAllLines(document)) {
                code ^= line.startsWith("```");
                if (!code && line.codePointCount(0, line.length()) > WIDTH) {
                    wide.add(document + ": " + line);
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return Stream.concat(files.filter(file -> file.toString().endsWith(".md")), Stream.of(Path.of("README.md")))
                    .toList();
        }
    }
}
