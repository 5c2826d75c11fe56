package org.onrecord.cleaning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A pasted item whose margin says what becomes of each line: {@code headline}, {@code standfirst}, {@code byline},
 * {@code body} (a paragraph begins), {@code +} (it goes on), {@code *} (it goes on within a word), {@code list} (a line
 * of the same paragraph), {@code -reason} (taken out),
 * {@code +reason} (a further line of what was taken out). Lines that begin with {@code #} expect a field.
 */
record PastedItem(
        String name, String raw, String headline, String body, List<Removed> removed, Map<String, String> fields) {

    static Stream<PastedItem> all() {
        try (Stream<Path> files = Files.list(folder("pasted"))) {
            return files.sorted().map(PastedItem::read).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path folder(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(PastedItem.class.getResource(name)).toURI());
        } catch (URISyntaxException notAFile) {
            throw new IllegalStateException(notAFile);
        }
    }

    static PastedItem read(Path file) {
        try {
            return of(file.getFileName().toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static PastedItem of(String name, String annotated) {
        StringBuilder raw = new StringBuilder();
        StringBuilder body = new StringBuilder();
        List<Removed> removed = new ArrayList<>();
        Map<String, String> fields = new TreeMap<>();
        for (String line : annotated.lines().toList()) {
            if (line.startsWith("#")) {
                int colon = line.indexOf(':');
                fields.put(
                        line.substring(1, colon).strip(),
                        line.substring(colon + 1).strip());
                continue;
            }
            int bar = line.indexOf('|');
            String fate = line.substring(0, bar).strip();
            String text = line.substring(bar + 1).strip();
            raw.append(text).append('\n');
            switch (fate) {
                case "body" -> body.append(body.isEmpty() ? "" : "\n\n").append(text);
                case "list" -> body.append("\n").append(text);
                case "+" -> body.append(' ').append(text);
                case "*" -> body.append(text);
                case "headline" -> fields.put("headline", text);
                default -> {
                    if (fate.startsWith("-")) {
                        removed.add(new Removed(text, fate.substring(1)));
                    } else if (fate.startsWith("+")) {
                        Removed before = removed.remove(removed.size() - 1);
                        removed.add(new Removed(before.text() + "\n" + text, before.reason()));
                    }
                }
            }
        }
        return new PastedItem(
                name, raw.toString(), fields.getOrDefault("headline", ""), body.toString(), removed, fields);
    }

    @Override
    public String toString() {
        return name;
    }
}
