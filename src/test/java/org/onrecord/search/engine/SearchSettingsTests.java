package org.onrecord.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SearchSettingsTests {

    private final ApplicationContextRunner archive =
            new ApplicationContextRunner().withUserConfiguration(IndexSettings.class, IndexDoubts.class);

    @Test
    void takesLuceneInTheArchivesHomeWhereNothingIsSaid(@TempDir Path home) {
        archive.withPropertyValues("onrecord.home=" + home)
                .run(context -> assertThat(context.getBean(IndexEngine.class))
                        .isEqualTo(new LuceneIndex(home.resolve("index"), true)));
    }

    @Test
    void mapsLessOfLucenesIndexWhereItIsSaid(@TempDir Path home) {
        archive.withPropertyValues("onrecord.home=" + home, "onrecord.search.lucene.map-postings=false")
                .run(context -> assertThat(context.getBean(IndexEngine.class))
                        .isEqualTo(new LuceneIndex(home.resolve("index"), false)));
    }

    @Test
    void takesOpenSearchWhereItIsSaid() {
        archive.withPropertyValues(
                        "onrecord.search.backend=opensearch",
                        "onrecord.search.opensearch.uris=https://one.example:9200,https://two.example:9200",
                        "onrecord.search.opensearch.username=herald",
                        "onrecord.search.opensearch.password=secret")
                .run(context -> assertThat(context.getBean(IndexEngine.class).settings())
                        .containsEntry("backend.uris", List.of("https://one.example:9200", "https://two.example:9200"))
                        .containsEntry("backend.username", "herald")
                        .containsEntry("schema_management.strategy", "none"));
    }

    @ParameterizedTest
    @CsvSource({
        "onrecord.search.backend=solr, backend",
        "onrecord.search.opensearch.uris=search.example:9200, https://search.example:9200",
        "onrecord.search.opensearch.uris=https://search.example/deep/path, deep/path",
        "onrecord.search.opensearch.prefix=Herald_1, Herald_1",
    })
    void refusesWhatItDoesNotKnow(String setting, String named) {
        archive.withPropertyValues(setting)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .satisfiesAnyOf(
                                cause -> assertThat(cause).hasMessageContaining(named),
                                cause -> assertThat(cause).hasMessageContaining("solr")));
    }
}
