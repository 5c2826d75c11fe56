package org.onrecord.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.OutletSlug;
import org.onrecord.ingest.Delivery;

/**
 * The invented articles of {@code articles.txt}, in the order they were printed. Each begins with a line of three equals
 * signs and lines of {@code name: value}; an empty line, and then the article as somebody would paste it.
 */
final class SampleArticles {

    private SampleArticles() {}

    static List<Delivery> all() {
        try (InputStream file = SampleArticles.class.getResourceAsStream("articles.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^===\n"))
                    .skip(1)
                    .map(SampleArticles::delivery)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Delivery delivery(String item) {
        int headEnd = item.indexOf("\n\n");
        Map<String, String> head = head(item.substring(0, headEnd));
        String[] outlet = Objects.requireNonNull(head.get("outlet")).split(" = ");
        return new Delivery(
                new Delivery.Metadata(
                        new OutletSlug(outlet[0]),
                        outlet[1],
                        head.get("url"),
                        null,
                        instant(head.get("published")),
                        instant(head.get("modified")),
                        head.get("section"),
                        List.of(head.getOrDefault("tags", "").split(", ")),
                        null,
                        "en",
                        null),
                new Delivery.PastedText(item.substring(headEnd).strip()),
                true);
    }

    private static Map<String, String> head(String lines) {
        Map<String, String> head = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            String[] pair = line.split(": ", 2);
            head.put(pair[0], pair[1]);
        });
        return head;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
