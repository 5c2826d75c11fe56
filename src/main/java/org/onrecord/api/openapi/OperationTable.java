package org.onrecord.api.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What the API is told to do, operation by operation: names programs rely on, and words for people. Kept in
 * {@code operations.txt} beside this class, a line each:
 *
 * <pre>METHOD /path | operationId | success statuses | summary</pre>
 *
 * Operations without a line get a name and words made from their path.
 */
final class OperationTable {

    private final Map<String, Line> lines;

    private OperationTable(Map<String, Line> lines) {
        this.lines = lines;
    }

    static OperationTable read() {
        try {
            var text = new ClassPathResource("operations.txt", OperationTable.class)
                    .getContentAsString(StandardCharsets.UTF_8);
            var lines = new HashMap<String, Line>();
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .forEach(cells ->
                            lines.put(cells[0], new Line(cells[1], List.of(cells[2].split(" ")), cells[3].strip())));
            return new OperationTable(lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The line of an operation, or one made up. */
    Line of(String method, String path) {
        var line = lines.get(method + " " + path);
        return line != null ? line : madeUp(method, path);
    }

    private static Line madeUp(String method, String path) {
        var words = Arrays.stream(path.substring("/api/v1".length()).split("/"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replaceAll("[{}]", ""))
                .toList();
        var id = method.toLowerCase(Locale.ROOT)
                + words.stream()
                        .flatMap(word -> Arrays.stream(word.split("-")))
                        .map(OperationTable::capital)
                        .collect(Collectors.joining());
        var verb = capital(method.toLowerCase(Locale.ROOT));
        return new Line(id, List.of(), verb + " " + String.join(" ", words));
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /**
     * @param statuses of success; empty: whatever the signature says
     */
    record Line(String operationId, List<String> statuses, String summary) {}
}
