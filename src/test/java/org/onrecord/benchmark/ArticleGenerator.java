package org.onrecord.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.onrecord.article.ArticleText;
import org.onrecord.benchmark.GeneratedArticle.Naming;
import org.onrecord.benchmark.GeneratedArticle.Saying;
import org.onrecord.extraction.EntityType;
import org.onrecord.text.Span;

/**
 * Makes any number of articles of invented words about invented people: some 450 words in paragraphs, some four quotes
 * with their speakers, some ten names, ten years of dates. A few people and outlets appear all the time, most hardly
 * ever. The same seed and number make the same article, whatever was made before; thread-safe.
 */
final class ArticleGenerator {

    private static final long SEED = 20_260_101;
    private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");
    private static final int SECONDS = 10 * 365 * 86_400;
    private static final List<String> SECTIONS =
            List.of("World", "Politics", "Business", "Sport", "Culture", "Science", "Local");
    private static final List<String> GIVEN = List.of(
            "Ada", "Ben", "Clara", "Daniel", "Elif", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Kemal", "Lena",
            "Milan", "Nora", "Oscar", "Petra", "Quentin", "Rosa", "Samir", "Tilda", "Umar", "Vera", "Walter", "Xenia",
            "Yusuf", "Zofia");
    private static final List<String> CUES = List.of("said", "said", "said", "added", "told reporters", "warned");

    private final InventedWords vocabulary = new InventedWords();
    private final List<GeneratedEntity> entities;
    private final List<String> outlets;
    private final Zipf entityRanks;
    private final Zipf outletRanks;

    /** @param entityCount people, organisations and places there are to write about */
    ArticleGenerator(int entityCount) {
        var random = new SplittableRandom(SEED);
        entities = entities(random, entityCount);
        outlets = outlets(random);
        entityRanks = new Zipf(entities.size());
        outletRanks = new Zipf(outlets.size());
    }

    InventedWords vocabulary() {
        return vocabulary;
    }

    /** The most often named first. */
    List<GeneratedEntity> entities() {
        return entities;
    }

    /** Slugs, the most productive first. */
    List<String> outlets() {
        return outlets;
    }

    private static List<GeneratedEntity> entities(RandomGenerator random, int count) {
        List<GeneratedEntity> made = new ArrayList<>(count);
        Set<String> names = new HashSet<>();
        while (made.size() < count) {
            String word = InventedWords.capital(InventedWords.composed(random, 2 + random.nextInt(2)));
            EntityType type = switch (random.nextInt(10)) {
                case 0, 1 -> EntityType.ORGANISATION;
                case 2 -> EntityType.PLACE;
                default -> EntityType.PERSON;
            };
            String name = switch (type) {
                case PERSON -> GIVEN.get(random.nextInt(GIVEN.size())) + " " + word;
                case ORGANISATION -> word + " Council";
                default -> word;
            };
            if (names.add(name)) {
                made.add(new GeneratedEntity(type, name, type == EntityType.PERSON ? word : name));
            }
        }
        return List.copyOf(made);
    }

    private static List<String> outlets(RandomGenerator random) {
        Set<String> slugs = new HashSet<>();
        List<String> made = new ArrayList<>();
        while (made.size() < 60) {
            String slug = InventedWords.composed(random, 2) + (random.nextBoolean() ? "-gazette" : "-herald");
            if (slugs.add(slug)) {
                made.add(slug);
            }
        }
        return List.copyOf(made);
    }

    /** The article of a number, from 0. */
    GeneratedArticle article(int number) {
        var random = new SplittableRandom(SEED + 1 + number);
        var page = new Page(random);
        for (int paragraph = 4 + random.nextInt(4); paragraph > 0; paragraph--) {
            page.paragraph();
        }
        String outlet = outlets.get(outletRanks.draw(random));
        List<String> tags = random.nextBoolean()
                ? List.of(news(random))
                : List.of(news(random), vocabulary.word(400 + random.nextInt(200)));
        return new GeneratedArticle(
                outlet,
                "https://" + outlet + ".example/" + number,
                new ArticleText(
                        headline(random),
                        random.nextInt(3) == 0 ? sentence(random, 12) : null,
                        "By " + person(random).name(),
                        null,
                        page.body.toString()),
                SECTIONS.get(random.nextInt(SECTIONS.size())),
                tags,
                FIRST.plusSeconds(random.nextInt(SECONDS)),
                page.mentions,
                page.quotes);
    }

    private String news(RandomGenerator random) {
        return vocabulary.word(120 + random.nextInt(200));
    }

    private String headline(RandomGenerator random) {
        String words = sentence(random, 6 + random.nextInt(4));
        return words.substring(0, words.length() - 1);
    }

    private GeneratedEntity person(RandomGenerator random) {
        while (true) {
            GeneratedEntity drawn = entities.get(entityRanks.draw(random));
            if (drawn.type() == EntityType.PERSON) {
                return drawn;
            }
        }
    }

    /** So many words with a capital at the start and a full stop at the end. */
    private String sentence(RandomGenerator random, int words) {
        var sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            String word = vocabulary.any(random);
            sentence.append(i == 0 ? InventedWords.capital(word) : " " + word);
        }
        return sentence.append('.').toString();
    }

    /** A body being written. Every character is in the basic plane, so indices are code points. */
    private final class Page {

        private final RandomGenerator random;
        private final StringBuilder body = new StringBuilder();
        private final List<Naming> mentions = new ArrayList<>();
        private final List<Saying> quotes = new ArrayList<>();
        private final Set<GeneratedEntity> introduced = new HashSet<>();

        Page(RandomGenerator random) {
            this.random = random;
        }

        void paragraph() {
            if (!body.isEmpty()) {
                body.append("\n\n");
            }
            body.append(sentence(random, 10 + random.nextInt(20))).append(' ');
            named();
            body.append(' ').append(sentence(random, 10 + random.nextInt(20)));
            if (random.nextInt(4) > 0) {
                body.append("\n\n");
                quoted();
            }
        }

        private void named() {
            body.append("In ");
            name(entities.get(entityRanks.draw(random)));
            body.append(' ').append(sentence(random, 6 + random.nextInt(12)).toLowerCase());
        }

        private void quoted() {
            String said = sentence(random, 10 + random.nextInt(15));
            body.append('“');
            Span words = append(said.substring(0, said.length() - 1) + ",");
            body.append("” ");
            GeneratedEntity person = person(random);
            String cue = CUES.get(random.nextInt(CUES.size()));
            Naming speaker = name(person);
            body.append(' ');
            Span cueSpan = append(cue);
            body.append(". ").append(sentence(random, 8 + random.nextInt(14)));
            quotes.add(new Saying(words, cueSpan, speaker));
        }

        private Naming name(GeneratedEntity entity) {
            String text = introduced.add(entity) ? entity.name() : entity.shortName();
            var naming = new Naming(entity, append(text), text);
            mentions.add(naming);
            return naming;
        }

        private Span append(String text) {
            int start = body.length();
            body.append(text);
            return new Span(start, body.length());
        }
    }
}
