package org.onrecord.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus of web pages in the styles of many sites, each with its exact outcome. */
class PagesTests {

    private final Cleaner cleaner = new Cleaner();

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PastedItem.folder("pages"))) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void keepsTheStoryAndReportsTheRest(Path page) throws IOException {
        PastedItem expected = expected(page);
        CleanedArticle article = cleaner.cleanHtml(Files.readString(page));

        assertThat(article.headline()).isEqualTo(expected.headline());
        assertThat(article.body()).isEqualTo(expected.body());
        assertThat(article.removed()).containsExactlyElementsOf(expected.removed());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void findsWhatThePageSaysAboutTheArticle(Path page) throws IOException {
        CleanedArticle article = cleaner.cleanHtml(Files.readString(page));
        Map<String, String> found = Map.of(
                "standfirst", Objects.toString(article.standfirst()),
                "byline", Objects.toString(article.byline()),
                "dateline", Objects.toString(article.dateline()),
                "publishedAt", Objects.toString(article.publishedAt()),
                "canonicalUrl", Objects.toString(article.canonicalUrl()),
                "siteName", Objects.toString(article.siteName()),
                "language", Objects.toString(article.language()),
                "headline", article.headline());

        assertThat(found).containsAllEntriesOf(expected(page).fields());
    }

    private static PastedItem expected(Path page) {
        return PastedItem.read(page.resolveSibling(page.getFileName().toString().replace(".html", ".expected")));
    }
}
