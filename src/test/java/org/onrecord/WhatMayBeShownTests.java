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
 * more, in SQL, JPQL or Java, is found by the columns and constants that the rule is made of, and one that reads around
 * the views by the tables it names.
 */
class WhatMayBeShownTests {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern RULE = Pattern.compile("""
            '(PUBLISHED|EMBARGOED|WITHDRAWN)'|["']REJECTED["']|[=!]= (ArticleStatus|QuoteStatus)\\.(?!ADDED)\
            |\\bcurrent_version\\b|\\.currentVersion = \\w+\\.articleVersion\
            |\\b(deleted_?at|merged_?into)\\s+is\\b|\\bjoin\\s+article_?version\\b""", Pattern.CASE_INSENSITIVE);

    /** Queries about something else, by file. */
    private static final Map<String, String> OTHERS = Map.of(
            "org/onrecord/article/Article.java",
                    "whether a version is published as it is written, and what a later delivery may change",
            "org/onrecord/entity/KnownNames.java", "whom a name in a new article means",
            "org/onrecord/quote/Quotes.java", "the quotes of one version of one article that were not deleted",
            "org/onrecord/quote/web/QuoteChange.java", "what a request says of a quote",
            "org/onrecord/search/query/Condition.java",
                    "the index, which has rejected quotes for editors who ask for them");

    private static final Pattern TABLE = Pattern.compile(
            "\\b(from|join) (article|article_version|quote|named_entity|entity_name|outlet)\\b(?! o on)",
            Pattern.CASE_INSENSITIVE);

    /** Queries that read tables and not views, by file; outlets joined to articles that were chosen are not meant. */
    private static final Map<String, String> WHOLE_TABLES = Map.ofEntries(
            Map.entry("org/onrecord/article/Articles.java", "articles to be changed, and known ones to a delivery"),
            Map.entry("org/onrecord/quote/Quotes.java", "quotes to be changed, and known ones to a new version"),
            Map.entry("org/onrecord/entity/KnownNames.java", "whom a name in a new article means"),
            Map.entry("org/onrecord/entity/Identification.java", "the outlet of a new article, names printed before"),
            Map.entry("db/migration/V121__give_names_their_identity_keys.java", "all names, once"),
            Map.entry("org/onrecord/entity/EntityMerges.java", "names of entities to be merged"),
            Map.entry("org/onrecord/entity/NamedEntities.java", "entities that a view has chosen"),
            Map.entry("org/onrecord/search/index/IndexedEntity.java", "names that are not indexed"),
            Map.entry("org/onrecord/search/indexing/EntityRenames.java", "entities that are gone have other names too"),
            Map.entry("org/onrecord/search/indexing/IndexBuild.java", "ids whose documents views make, or not"),
            Map.entry("org/onrecord/search/indexing/IndexComparison.java", "a random article to begin with"),
            Map.entry("org/onrecord/search/indexing/Indexer.java", "ids whose documents views make, or not"),
            Map.entry("org/onrecord/search/indexing/OutletNames.java", "outlets among which a view chooses"),
            Map.entry("org/onrecord/search/indexing/UnindexedNames.java", "names that are not indexed"),
            Map.entry("org/onrecord/search/listing/ArticleExpansions.java", "the outlets of articles that were chosen"),
            Map.entry("org/onrecord/search/query/Withholding.java", "what a view does not hold"));

    @Test
    void noQueryWritesTheRuleAgain() throws IOException {
        Map<String, TreeSet<String>> found = find(RULE);
        assertThat(found.keySet())
                .as("use the views of V109__say_who_may_see_what.sql: " + found)
                .containsExactlyInAnyOrderElementsOf(OTHERS.keySet());
    }

    @Test
    void noQueryReadsAroundTheViews() throws IOException {
        Map<String, TreeSet<String>> found = find(TABLE);
        assertThat(found.keySet())
                .as("use the views of V109__say_who_may_see_what.sql: " + found)
                .containsExactlyInAnyOrderElementsOf(WHOLE_TABLES.keySet());
    }

    private static Map<String, TreeSet<String>> find(Pattern pattern) throws IOException {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        try (var files = Files.walk(SOURCES)) {
            for (Path file :
                    (Iterable<Path>) files.filter(each -> each.toString().endsWith(".java"))::iterator) {
                var matches = new TreeSet<String>();
                pattern.matcher(Files.readString(file)).results().forEach(match -> matches.add(match.group()));
                if (!matches.isEmpty()) {
                    found.put(SOURCES.relativize(file).toString().replace('\\', '/'), matches);
                }
            }
        }
        return found;
    }
}
