package org.onrecord.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads word lists from text resources beside a class, with {@code [sections]} and {@code # comments}. */
public final class WordLists {

    private WordLists() {}

    /** The lines of a list, except comments and blank lines. */
    public static List<String> lines(Class<?> beside, String name) {
        List<String> lines = new ArrayList<>();
        try (InputStream stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("word list missing from the jar: " + name);
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** The words of each section, which blanks and line ends set apart. */
    public static Map<String, List<String>> sections(Class<?> beside, String name) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (String line : lines(beside, name)) {
            if (line.startsWith("[")) {
                words = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), words);
            } else {
                words.addAll(List.of(line.split("\\s+")));
            }
        }
        return sections;
    }
}
