package org.onrecord.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.OpenSearchNode;
import org.onrecord.search.SearchBackend;
import org.onrecord.search.index.Analyzers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenSearch cuts texts into the very words Lucene cuts them into, at the same places. */
@SpringBootTest
@ArchiveTest
@EnabledIfSystemProperty(named = "search.backend", matches = "opensearch")
class OpenSearchAnalysisTests {

    private static final List<String> TEXTS = List.of(
            "Mr Erdoğan’s ministers weren't organising the harbours' defences",
            "U.S. and U.K. co-operate: 3.5% of £1,000.50, said O'Brien",
            "Prices of new news; the colours of tires and tyres, favourite programmes",
            "straße ÅNGSTRÖM ﬁne naïve İstanbul 東京 😀 e\u0301tude",
            "ana@example.org https://example.org/a?b=c don’t rock‘n’roll");

    @Autowired
    private JsonMapper json;

    @ParameterizedTest
    @EnumSource(Analyzers.class)
    void cutsAsLuceneDoes(Analyzers analysis, @Autowired SearchBackend backend) {
        String analyze = "/" + backend.prefix() + "-entity-000001/_analyze";
        for (String text : TEXTS) {
            String asked = json.writeValueAsString(Map.of("analyzer", analysis.label(), "text", text));
            var answer = await().atMost(Duration.ofSeconds(60))
                    .until(
                            () -> OpenSearchNode.shared().ask("POST", analyze, asked),
                            answered -> answered.statusCode() == 200);
            List<List<Analyzers.Term>> places = new ArrayList<>();
            int last = -1;
            for (JsonNode token : json.readTree(answer.body()).get("tokens")) {
                if (token.get("position").asInt() > last) {
                    last = token.get("position").asInt();
                    places.add(new ArrayList<>());
                }
                places.get(places.size() - 1)
                        .add(new Analyzers.Term(
                                token.get("token").asString(),
                                token.get("start_offset").asInt(),
                                token.get("end_offset").asInt()));
            }
            assertThat(places).as(text).isEqualTo(analysis.terms(text));
        }
    }
}
