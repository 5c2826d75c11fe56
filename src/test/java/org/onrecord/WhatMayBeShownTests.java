package org.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What may be shown is said by views of the database alone. Reads the sources as text: a query that writes the rule once
 * more, in SQL or JPQL, is found by the columns and constants that the rule is made of.
 */
class WhatMayBeShownTests {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern RULE = Pattern.compile("""
            'PUBLISHED'|["']REJECTED["']|\\bcurrent_version\\b|\\.currentVersion = \\w+\\.articleVersion\
            |\\b(deleted_?at|merged_?into)\\s+is\\b|\\bjoin\\s+article_?version\\b""", Pattern.CASE_INSENSITIVE);

    /** Queries about something else, by file. */
    private static final Map<String, String> OTHERS = Map.of(
            "org/onrecord/article/PrintedArticles.java",
                    "an article by its id, for whoever knows it, whatever its status",
            "org/onrecord/article/Outlets.java", "outlets that were deleted",
            "org/onrecord/search/indexing/OutletNames.java", "outlets that were deleted",
            "org/onrecord/quote/Quotes.java", "the quotes of one version of one article, whatever its status",
            "org/onrecord/entity/Mentions.java", "the mentions in articles that were chosen before",
            "org/onrecord/entity/KnownNames.java", "whom a name in a new article means",
            "org/onrecord/search/query/Condition.java",
                    "the index, which has rejected quotes for those who ask for them");

    @Test
    void noQueryWritesTheRuleAgain() throws IOException {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        try (var files = Files.walk(SOURCES)) {
            for (Path file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(".java"))::iterator) {
                var matches = new TreeSet<String>();
                RULE.matcher(Files.readString(file)).results().forEach(match -> matches.add(match.group()));
                if (!matches.isEmpty()) {
                    found.put(SOURCES.relativize(file).toString().replace('\\', '/'), matches);
                }
            }
        }
        assertThat(found.keySet())
                .as("use published_article, published_quote, standing_quote or standing_entity: " + found)
                .containsExactlyInAnyOrderElementsOf(OTHERS.keySet());
    }
}
