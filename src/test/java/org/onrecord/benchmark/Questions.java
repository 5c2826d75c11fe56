package org.onrecord.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.onrecord.benchmark.Question.Kind;

/**
 * Questions people might put to a generated archive: the mix is fixed, the words differ. What is asked for is drawn as
 * words are, some often and most hardly ever, so that nobody can live on answers remembered. Each source of questions
 * is for one thread; the same seed asks the same.
 */
final class Questions {

    /** How many words are common: the first stands in most articles, the last in one of forty. */
    private static final int COMMON = 1_500;

    private static final int RARE_FROM = 15_000;

    private static final int PHRASES_OF_AN_ARTICLE = 10;

    private final ArticleGenerator generator;
    private final List<UUID> articles;
    private final List<UUID> people;
    private final List<List<String>> phrases;
    private final List<Kind> mix;

    private Questions(
            ArticleGenerator generator,
            List<UUID> articles,
            List<UUID> people,
            List<List<String>> phrases,
            List<Kind> mix) {
        this.generator = generator;
        this.articles = articles;
        this.people = people;
        this.phrases = phrases;
        this.mix = mix;
    }

    /** About the same articles, of one kind only. */
    Questions only(Kind kind) {
        return new Questions(generator, articles, people, phrases, List.of(kind));
    }

    /**
     * Looks up in the archive what there is to ask about.
     *
     * @param written articles written at first, which everybody has; what earlier runs handed in came after them
     */
    static Questions about(ArticleGenerator generator, int written, Connection connection) throws SQLException {
        List<UUID> articles = ids(connection, """
                select id from (select id from article order by id limit %d) a
                order by md5(id::text) limit 20000""".formatted(written));
        return new Questions(
                generator,
                articles,
                ids(connection, "select id from named_entity where type = 'PERSON' order by id limit 5000"),
                phrases(generator, articles.size()),
                Arrays.stream(Kind.values())
                        .flatMap(kind -> Collections.nCopies(kind.share(), kind).stream())
                        .toList());
    }

    /** Neighbours from articles; found beforehand, for writing an article takes longer than many an answer. */
    private static List<List<String>> phrases(ArticleGenerator generator, int articles) {
        var random = new Random(articles);
        List<List<String>> phrases = new ArrayList<>();
        for (int article = 0; article < articles; article++) {
            String[] words = generator.article(article).text().body().split("[^a-zA-Z]+");
            for (int i = 0; i < PHRASES_OF_AN_ARTICLE; i++) {
                int at = 1 + random.nextInt(words.length - 2);
                phrases.add(List.of(words[at].toLowerCase(), words[at + 1].toLowerCase()));
            }
        }
        return phrases;
    }

    private static List<UUID> ids(Connection connection, String sql) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    Source from(long seed) {
        return new Source(new Random(seed));
    }

    /** An endless row of questions. */
    final class Source {

        private final Random random;
        private final Zipf common = new Zipf(COMMON);
        private final Zipf rare = new Zipf(InventedWords.SIZE - RARE_FROM);
        private final Zipf whom = new Zipf(people.size());
        private final Zipf which = new Zipf(articles.size());
        private final List<Kind> round = new ArrayList<>();

        private Source(Random random) {
            this.random = random;
        }

        Question next() {
            if (round.isEmpty()) {
                round.addAll(mix);
                Collections.shuffle(round, random);
            }
            return question(round.remove(round.size() - 1));
        }

        Question question(Kind kind) {
            return switch (kind) {
                case COMMON, NEWEST, FACETS -> new Question(kind, List.of(common()), null);
                case RARE -> new Question(kind, List.of(rare()), null);
                case PHRASE -> new Question(kind, phrases.get(random.nextInt(phrases.size())), null);
                case BOOLEAN -> new Question(kind, List.of(common(), common(), common(), common()), null);
                case SPEAKER -> new Question(kind, List.of(common()), people.get(whom.draw(random)));
                case SUGGEST -> new Question(kind, List.of(start()), null);
                case BY_ID -> new Question(kind, List.of(), articles.get(which.draw(random)));
            };
        }

        private String common() {
            return generator.vocabulary().word(generator.vocabulary().firstOfNews() + common.draw(random));
        }

        private String rare() {
            return generator.vocabulary().word(RARE_FROM + rare.draw(random));
        }

        /** What somebody has typed of a name: two letters to all. */
        private String start() {
            String name = generator
                    .entities()
                    .get(random.nextInt(generator.entities().size()))
                    .shortName();
            return name.substring(0, Math.min(name.length(), 2 + random.nextInt(5)));
        }
    }
}
