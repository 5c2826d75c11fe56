package org.onrecord.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;

class ExtractorTests {

    private static final Extractor EXTRACTOR = Extractor.load();

    /** Of this thread's own CPU time, so that a busy machine does not count; quadratic cost would take many minutes. */
    private static final double MOST_SECONDS = 8;

    private static final String ARTICLE = """
            Ferry stopped as river rises

            The human rights lawyer Daniel Marlow said on Monday that the Lowmoor Ferry Company 🎉 had been “far too slow”.

            “They knew,” he said. “They all knew.”

            Mr Marlow added: “We’ll see them in court.

            “And we’ll win.”

            The human rights lawyer warned: “It is not over.”
            """;

    @Test
    void givesOffsetsInCodePoints() {
        CodePoints body = new CodePoints(ARTICLE);

        Analysis analysis = EXTRACTOR.analyse(ARTICLE);

        assertThat(analysis.quotes())
                .flatExtracting(FoundQuote::segments)
                .extracting(body::textOf)
                .contains("They knew,", "They all knew.", "We’ll see them in court.", "And we’ll win.");
    }

    @Test
    void gathersNamesPronounsAndDescriptionsOfOnePerson() {
        FoundEntity lawyer = EXTRACTOR.analyse(ARTICLE).entities().stream()
                .filter(entity -> entity.name().equals("Daniel Marlow"))
                .findFirst()
                .orElseThrow();

        assertThat(lawyer.type()).isEqualTo(EntityType.PERSON);
        assertThat(lawyer.mentions()).extracting(FoundMention::kind).contains(MentionKind.NAME, MentionKind.PRONOUN);
    }

    @Test
    void givesTheReasonForASpeaker() {
        assertThat(EXTRACTOR.analyse(ARTICLE).quotes())
                .extracting(FoundQuote::reason)
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    @Test
    void keepsTheQuoteTogetherThatRunsOverTwoParagraphs() {
        List<FoundQuote> quotes = EXTRACTOR.analyse(ARTICLE).quotes();

        assertThat(quotes.get(quotes.size() - 2).segments()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "\n\n", "“", "”", "\"", "'", "said", "“”", "“ ”", ":", "—", "(", "“a", "a”", "\u0000", "\uD83D"
            })
    void survivesNextToNothing(String body) {
        assertThat(EXTRACTOR.analyse(body).quotes()).hasSizeLessThan(2);
    }

    @Test
    void survivesRandomTextAndKeepsItsPromises() {
        long seed = 20260916L;
        Random random = new Random(seed);
        String[] pieces = {
            "“",
            "”",
            "\"",
            "'",
            "‘",
            "’",
            "''",
            "``",
            "«",
            "»",
            " ",
            " ",
            " ",
            "\n",
            "\n\n",
            ",",
            ".",
            "?",
            ":",
            "—",
            "(",
            ")",
            "said",
            "says",
            "called",
            "Alice Thornbury",
            "Mr Thornbury",
            "he",
            "she",
            "that",
            "the minister",
            "according to",
            "who",
            "and",
            "in",
            "🎉",
            "é",
            "́",
            "\uD83D",
            "Peter",
            "telling",
            "to",
            "was",
            "’s",
            "'s",
            "n’t"
        };
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(120);
            for (int word = 0; word < length; word++) {
                text.append(pieces[random.nextInt(pieces.length)]);
                if (random.nextInt(3) > 0) {
                    text.append(' ');
                }
            }
            assertKeepsItsPromises(text.toString(), "seed " + seed + ", round " + round);
        }
    }

    private static void assertKeepsItsPromises(String text, String where) {
        CodePoints body = new CodePoints(text);
        Analysis analysis = EXTRACTOR.analyse(text);
        for (FoundQuote quote : analysis.quotes()) {
            int reached = 0;
            for (Span segment : quote.segments()) {
                assertThat(segment.start()).as(where).isGreaterThanOrEqualTo(reached);
                assertThat(segment.end()).as(where).isLessThanOrEqualTo(body.length());
                assertThat(segment.isEmpty()).as(where).isFalse();
                reached = segment.end();
            }
            FoundSpeaker speaker = quote.speaker();
            if (speaker != null && speaker.mention() != null) {
                assertThat(body.textOf(speaker.mention().span()))
                        .as(where)
                        .isEqualTo(speaker.mention().text());
            }
            if (speaker != null && speaker.entity() != null) {
                assertThat(speaker.entity())
                        .as(where)
                        .isBetween(0, analysis.entities().size() - 1);
            }
        }
        for (FoundEntity entity : analysis.entities()) {
            assertThat(entity.mentions())
                    .as(where)
                    .extracting(FoundMention::kind)
                    .contains(MentionKind.NAME);
            for (FoundMention mention : entity.mentions()) {
                assertThat(body.textOf(mention.span())).as(where).isEqualTo(mention.text());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "“",
                "”",
                "'",
                "‘",
                "’",
                "''",
                "“a” ",
                "“a ",
                "a” ",
                "\"a\" ",
                "‘a ",
                "(",
                "((a",
                "[“(",
                "said ",
                "he said ",
                "“a,” he said ",
                "according to ",
                "Alice Thornbury ",
                "Alice said that Bob said that ",
                "the ",
                "and ",
                "of the ",
                ", the a, ",
                "to say ",
                "who said ",
                "a\n",
                "“a\n",
                "“a\n\n",
                "“a,” said Al.\n\n",
                "— ",
                ": ",
                "A: ",
                "also ",
                "\n",
                "Mr Al and Ms Bo "
            })
    void readsTheSameOverAndOverInLinearTime(String unit) {
        String body = unit.repeat(150_000 / unit.length());

        assertThat(secondsFor(body)).isLessThan(MOST_SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "“a” ", "she said that the plan would not work and "})
    void readsAMegabyteWithoutASentenceEnd(String unit) {
        String body = unit.repeat(1_000_000 / unit.length());

        assertThat(secondsFor(body)).isLessThan(MOST_SECONDS);
    }

    private static double secondsFor(String body) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        EXTRACTOR.analyse(body);
        return (threads.getCurrentThreadCpuTime() - began) / 1e9;
    }

    @Test
    void answersTheSameFromManyThreads() {
        Analysis alone = EXTRACTOR.analyse(ARTICLE);

        List<Analysis> together = IntStream.range(0, 64)
                .parallel()
                .mapToObj(any -> EXTRACTOR.analyse(ARTICLE))
                .toList();

        assertThat(together).allMatch(alone::equals);
    }
}
