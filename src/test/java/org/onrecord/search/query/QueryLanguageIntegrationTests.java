package org.onrecord.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.onrecord.database.ArchiveTest;
import org.onrecord.search.ArchiveFixture;
import org.onrecord.search.index.Analyzers;
import org.onrecord.search.index.Order;
import org.onrecord.search.indexing.IndexCatchUp;
import org.onrecord.search.language.Clause;
import org.onrecord.search.language.Field;
import org.onrecord.search.language.RandomClauses;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds what the index finds against what a look at every word finds, for thousands of random queries. */
@SpringBootTest
@ArchiveTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryLanguageIntegrationTests {

    private static final long SEED = 20_240_601;
    private static final int ARTICLES = 200;
    private static final int QUERIES = Integer.getInteger("search.oracle.queries", 3_000);

    private static final List<String> WORDS = List.of(
            "flood",
            "floods",
            "flooded",
            "relief",
            "minister",
            "ministers",
            "harbour",
            "harbor",
            "price",
            "prices",
            "co-operate",
            "operate",
            "Erdoğan",
            "Erdogan",
            "O'Brien",
            "U.S.",
            "US",
            "organise",
            "organized",
            "colour",
            "news",
            "new",
            "the",
            "of",
            "said",
            "ship",
            "shop",
            "shopping",
            "relieve",
            "market");

    @Autowired
    private Finder finder;

    @Autowired
    private IndexCatchUp catchUp;

    private final Map<UUID, QueryOracle.Texts> articles = new LinkedHashMap<>();
    private final Random random = new Random(SEED);

    @BeforeAll
    void anArchive(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction,
            @Autowired ApplicationEventPublisher events)
            throws InterruptedException {
        var archive = new ArchiveFixture(jdbc, transaction, events);
        List<UUID> speakers = new ArrayList<>();
        List<String> names = List.of("Ana Harbour", "Ben O'Brien", "Minister Price");
        names.forEach(name -> speakers.add(archive.entity("PERSON", name)));
        UUID outlet = archive.outlet("price-news", "The Price News");
        for (int i = 0; i < ARTICLES; i++) {
            Map<Field, List<String>> values = new EnumMap<>(Field.class);
            String headline = text(3);
            String quote = text(4);
            String body = text(6) + " " + quote + " " + text(5);
            values.put(Field.HEADLINE, List.of(headline));
            values.put(Field.BODY, List.of(body));
            var draft = archive.anArticle(headline, body);
            if (i % 3 == 0) {
                int speaker = random.nextInt(names.size());
                draft.quoting(speakers.get(speaker), names.get(speaker), quote);
                values.put(Field.QUOTE, List.of(quote));
                values.put(Field.SPEAKER, List.of(names.get(speaker)));
            }
            if (i % 4 == 0) {
                int named = random.nextInt(names.size());
                String printed = body.substring(0, 4);
                List<String> goesBy = List.of(names.get(named), printed);
                draft.naming(speakers.get(named), printed);
                values.put(Field.ENTITY, goesBy);
                values.computeIfPresent(
                        Field.SPEAKER, (field, speaker) -> goesBy.contains(speaker.get(0)) ? goesBy : speaker);
            }
            if (i % 5 == 0) {
                draft.in(outlet);
                values.put(Field.OUTLET, List.of("price-news", "The Price News"));
            }
            String section = WORDS.get(random.nextInt(WORDS.size()));
            String tag = text(2);
            draft.section(section).tagged(tag, "market");
            values.put(Field.SECTION, List.of(section));
            values.put(Field.TAG, List.of(tag, "market"));
            articles.put(draft.store(), new QueryOracle.Texts(values));
        }
        assertThat(catchUp.awaitAll(Duration.ofSeconds(60))).isTrue();
    }

    private String text(int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    @Test
    void findsWhatALookAtEveryWordFinds() {
        var queries = new RandomClauses(random, () -> WORDS.get(random.nextInt(WORDS.size())));
        int found = 0;
        for (int round = 0; round < QUERIES; round++) {
            Clause clause = queries.next();
            if (!repeatsAWordNearby(clause)) {
                Set<UUID> expected = expected(clause);
                found += expected.isEmpty() ? 0 : 1;
                assertThat(actual(clause))
                        .as("seed %s, round %s: %s", SEED, round, clause)
                        .isEqualTo(expected);
            }
        }
        assertThat(found).as("queries that find something").isGreaterThan(QUERIES / 3);
    }

    private Set<UUID> expected(Clause clause) {
        Set<UUID> expected = new HashSet<>();
        articles.forEach((id, texts) -> {
            if (QueryOracle.matches(clause, texts)) {
                expected.add(id);
            }
        });
        return expected;
    }

    private Set<UUID> actual(Clause clause) {
        return new HashSet<>(finder.find(new Search(
                        Subject.ARTICLES, clause, List.of(), Order.RELEVANCE, ARTICLES, null, Withheld.NOTHING))
                .ids());
    }

    /** A nearness of a word to itself: Lucene does not promise to find every such place. */
    private static boolean repeatsAWordNearby(Clause clause) {
        if (clause instanceof Clause.Phrase phrase && phrase.slop() > 0) {
            Set<String> seen = new HashSet<>();
            for (Analyzers analysis : List.of(Analyzers.TEXT_QUERY, Analyzers.NAME)) {
                seen.clear();
                for (String word : analysis.wordsOf(phrase.text())) {
                    if (!seen.add(word)) {
                        return true;
                    }
                }
            }
            return false;
        } else if (clause instanceof Clause.AllOf all) {
            return all.clauses().stream().anyMatch(QueryLanguageIntegrationTests::repeatsAWordNearby);
        } else if (clause instanceof Clause.AnyOf any) {
            return any.clauses().stream().anyMatch(QueryLanguageIntegrationTests::repeatsAWordNearby);
        } else if (clause instanceof Clause.Not not) {
            return repeatsAWordNearby(not.clause());
        }
        return clause instanceof Clause.In in && repeatsAWordNearby(in.clause());
    }
}
