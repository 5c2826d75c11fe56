package org.onrecord.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.onrecord.extraction.FoundMention;
import org.onrecord.extraction.FoundQuote;
import org.onrecord.extraction.FoundSpeaker;
import org.onrecord.extraction.MentionKind;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;

/** What becomes of an article's quotes when its text is read again, or a new version of it. */
class QuoteMatchingTests {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID ARTICLE = UUID.randomUUID();
    private static final UUID RUIZ = UUID.randomUUID();
    private static final String BODY = "“We agree,” said Ruiz. “It will hold.”";

    private static QuoteMatching matching(int previousVersion, int articleVersion, String body) {
        return new QuoteMatching(ARTICLE, previousVersion, articleVersion, new CodePoints(body), List.of(RUIZ), NOON);
    }

    /** Read again without a new version. */
    private static QuoteMatching again(String body) {
        return matching(1, 1, body);
    }

    /** Read for the first time in its second version. */
    private static QuoteMatching edited(String body) {
        return matching(1, 2, body);
    }

    private static FoundQuote found(String body, String words, String speaker) {
        int start = body.indexOf(words);
        int name = body.indexOf(speaker);
        FoundMention mention = new FoundMention(new Span(name, name + speaker.length()), speaker, MentionKind.NAME);
        return new FoundQuote(
                QuoteKind.DIRECT,
                List.of(new Span(start, start + words.length())),
                null,
                new FoundSpeaker(speaker, mention, 0),
                0.9,
                "named after the cue");
    }

    /** A quote of the first version, as the machine found it. */
    private static Quote extracted(String body, String words) {
        return new QuoteMatching(ARTICLE, 1, 1, new CodePoints(body), List.of(RUIZ), MORNING)
                .match(List.of(), List.of(found(body, words, "Ruiz")))
                .fresh()
                .get(0);
    }

    @Test
    void whatIsFoundFirstIsNew() {
        var outcome = again(BODY).match(List.of(), List.of(found(BODY, "We agree", "Ruiz")));
        assertThat(outcome.changes()).isEqualTo(new QuoteChanges(1, 0, 0));
        Quote fresh = outcome.fresh().get(0);
        assertThat(fresh.status()).isEqualTo(QuoteStatus.EXTRACTED);
        assertThat(fresh.articleId()).isEqualTo(ARTICLE);
        assertThat(fresh.articleVersion()).isEqualTo(1);
        assertThat(fresh.wording().content()).isEqualTo("We agree");
        assertThat(fresh.speaker())
                .isEqualTo(new Attribution("Ruiz", new SpeakerMention("Ruiz", 17, 21, MentionKind.NAME), RUIZ));
    }

    @Test
    void theSameWordsFoundAgainAreTheSameQuote() {
        Quote quote = extracted(BODY, "We agree");
        String changed = "Lisbon. " + BODY.replace("Ruiz", "Voss");
        var outcome = edited(changed).match(List.of(quote), List.of(found(changed, "We agree", "Voss")));
        assertThat(outcome.changes()).isEqualTo(new QuoteChanges(0, 1, 0));
        assertThat(quote.articleVersion()).isEqualTo(2);
        assertThat(quote.wording().start()).isEqualTo(9);
        assertThat(quote.speaker().name()).isEqualTo("Voss");
    }

    @Test
    void whatIsNotFoundAgainInTheSameVersionIsDropped() {
        Quote quote = extracted(BODY, "We agree");
        var outcome = again(BODY).match(List.of(quote), List.of());
        assertThat(outcome.dropped()).containsExactly(quote);
        assertThat(outcome.changes()).isEqualTo(new QuoteChanges(0, 0, 1));
    }

    @Test
    void whatIsNotFoundInTheNextVersionStaysInTheOneThatHadIt() {
        Quote quote = extracted(BODY, "We agree");
        var outcome = edited("Nobody said anything.").match(List.of(quote), List.of());
        assertThat(outcome.dropped()).isEmpty();
        assertThat(outcome.changes()).isEqualTo(new QuoteChanges(0, 0, 1));
        assertThat(quote.articleVersion()).isEqualTo(1);
    }

    @Test
    void whatWasGoneBeforeIsNotCountedAgain() {
        Quote quote = extracted(BODY, "We agree");
        assertThat(matching(2, 3, "Nobody said anything.")
                        .match(List.of(quote), List.of())
                        .changes())
                .isEqualTo(new QuoteChanges(0, 0, 0));
    }

    @Test
    void whatWasGoneComesBackWithItsWords() {
        Quote quote = extracted(BODY, "We agree");
        var outcome = matching(2, 3, BODY).match(List.of(quote), List.of(found(BODY, "We agree", "Ruiz")));
        assertThat(outcome.changes()).isEqualTo(new QuoteChanges(0, 1, 0));
        assertThat(quote.articleVersion()).isEqualTo(3);
    }

    @Test
    void ofTheSameWordsFoundTwiceTheNearestIsTheQuote() {
        String twice = "“Yes,” said Ruiz. She nodded. “Yes,” said Ruiz.";
        Quote quote = extracted(twice, "Yes");
        FoundQuote first = found(twice, "Yes", "Ruiz");
        int start = twice.lastIndexOf("Yes");
        FoundQuote second =
                new FoundQuote(QuoteKind.DIRECT, List.of(new Span(start, start + 3)), null, null, 0.5, "nobody near");
        var outcome = again(twice).match(List.of(quote), List.of(second, first));
        assertThat(quote.wording().start()).isEqualTo(1);
        assertThat(outcome.fresh())
                .singleElement()
                .satisfies(fresh -> assertThat(fresh.wording().start()).isEqualTo(start));
    }

    @Test
    void whatAPersonDecidedStaysThoughTheMachineFindsItNoMore() {
        Quote quote = extracted(BODY, "We agree");
        quote.confirm(MORNING);
        String changed = "Lisbon. " + BODY;
        var outcome = edited(changed).match(List.of(quote), List.of());
        assertThat(outcome.changes()).isEqualTo(new QuoteChanges(0, 1, 0));
        assertThat(quote.status()).isEqualTo(QuoteStatus.CONFIRMED);
        assertThat(quote.wording().start()).isEqualTo(9);
        assertThat(quote.speaker())
                .isEqualTo(new Attribution("Ruiz", new SpeakerMention("Ruiz", 25, 29, MentionKind.NAME), RUIZ));
    }

    @Test
    void whatIsFoundInTheSamePlaceAddsNothingToADecidedQuote() {
        Quote quote = extracted(BODY, "We agree");
        quote.reject(MORNING);
        FoundQuote longer = found(BODY, "We agree,” said", "Ruiz");
        FoundQuote elsewhere = found(BODY, "It will hold", "Ruiz");
        var outcome = again(BODY).match(List.of(quote), List.of(longer, elsewhere));
        assertThat(outcome.fresh())
                .singleElement()
                .satisfies(fresh -> assertThat(fresh.wording().content()).isEqualTo("It will hold"));
        assertThat(quote.status()).isEqualTo(QuoteStatus.REJECTED);
    }

    @Test
    void whatAPersonDeletedIsNotFoundAgain() {
        Quote quote = extracted(BODY, "We agree");
        quote.delete(MORNING);
        var outcome = edited(BODY).match(List.of(quote), List.of(found(BODY, "We agree", "Ruiz")));
        assertThat(outcome.fresh()).isEmpty();
        assertThat(quote.deletedAt()).isEqualTo(MORNING);
        assertThat(quote.articleVersion()).isEqualTo(2);
    }

    @Test
    void theMachinesQuoteDoesNotTakeThePlaceOfADecidedOne() {
        String twice = "“Yes,” said Ruiz. She nodded. “Yes,” said Ruiz.";
        Quote first = extracted(twice, "Yes");
        Quote second = extracted(twice, "Yes");
        second.reword(
                QuotedText.in(new CodePoints(twice)).wording(QuoteKind.DIRECT, List.of(new Span(31, 34)), null),
                MORNING);
        String once = "She nodded. “Yes,” said Ruiz.";
        edited(once).match(List.of(first, second), List.of(found(once, "Yes", "Ruiz")));
        assertThat(second.articleVersion()).isEqualTo(2);
        assertThat(first.articleVersion()).isEqualTo(1);
    }

    @Test
    void ofTheSameWordsTwoEquallyNearTheOneFoundFirstIsTheQuote() {
        String before = "          “Yes.”";
        String after = "    “Yes.”      “Yes.”";
        Quote quote = extracted(before + " Ruiz", "Yes");
        FoundQuote first = new FoundQuote(QuoteKind.DIRECT, List.of(new Span(5, 8)), null, null, 0.5, "first");
        FoundQuote second = new FoundQuote(QuoteKind.DIRECT, List.of(new Span(17, 20)), null, null, 0.5, "second");
        edited(after).match(List.of(quote), List.of(second, first));
        assertThat(quote.wording().start()).isEqualTo(17);
    }

    /** Ten thousand quotes took minutes when each was compared with each. */
    @Test
    @Timeout(20)
    void manyQuotesAreMatchedInATimeThatGrowsAsTheyDo() {
        for (String sentence : List.of("“Point %d stands,” said Ruiz. ", "“Yes,” said Ruiz. ")) {
            String body =
                    IntStream.range(0, 10_000).mapToObj(sentence::formatted).collect(Collectors.joining());
            List<Quote> quotes = again(body).match(List.of(), allFoundIn(body)).fresh();
            assertThat(quotes).hasSize(10_000);

            String longer = "One paragraph more. " + body;
            var outcome = matching(1, 2, longer).match(quotes, allFoundIn(longer));
            assertThat(outcome.changes()).isEqualTo(new QuoteChanges(0, 10_000, 0));

            quotes.forEach(quote -> quote.confirm(NOON));
            String reworded = "Another. " + body.replace("said", "says");
            outcome = matching(2, 3, reworded).match(quotes, allFoundIn(reworded));
            assertThat(outcome.changes().kept()).isEqualTo(10_000);

            String others = body.replace("Yes", "No").replace("stands", "falls");
            outcome = matching(3, 4, others).match(quotes, allFoundIn(others));
            assertThat(outcome.changes()).isEqualTo(new QuoteChanges(10_000, 0, 10_000));
        }
    }

    private static List<FoundQuote> allFoundIn(String body) {
        return IntStream.range(0, body.length())
                .filter(i -> body.charAt(i) == '“')
                .mapToObj(i -> {
                    int end = body.indexOf('”', i);
                    int cue = body.indexOf(' ', end) + 1;
                    Span said = new Span(cue, cue + 4);
                    Span name = new Span(cue + 5, cue + 9);
                    return new FoundQuote(
                            QuoteKind.DIRECT,
                            List.of(new Span(i + 1, end)),
                            said,
                            new FoundSpeaker("Ruiz", new FoundMention(name, "Ruiz", MentionKind.NAME), 0),
                            0.7,
                            "named after the cue");
                })
                .toList();
    }

    @Test
    void throughAnyEditsDecidedQuotesStandAloneWhereTheirWordsDo() {
        long seed = 20261130L;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Quote> quotes = new ArrayList<>();
            for (int version = 1; version <= 6; version++) {
                String as = "seed " + seed + ", round " + round + ", version " + version;
                String body = body(random);
                var outcome = matching(Math.max(1, version - 1), version, body).match(quotes, foundIn(body, random));
                quotes.removeAll(outcome.dropped());
                quotes.addAll(outcome.fresh());
                assertHoldsTogether(quotes, version, body, as);
                for (Quote quote : quotes) {
                    if (quote.articleVersion() == version) {
                        decide(quote, random.nextInt(8));
                    }
                }
            }
        }
    }

    private static void decide(Quote quote, int what) {
        switch (what) {
            case 0 -> quote.confirm(NOON);
            case 1 -> quote.reject(NOON);
            case 2 -> quote.delete(NOON);
            case 3 -> quote.attributeTo(null, NOON);
            default -> {}
        }
    }

    private static void assertHoldsTogether(List<Quote> quotes, int version, String body, String as) {
        for (Quote quote : quotes) {
            boolean decided = quote.status().isDecided() || quote.deletedAt() != null;
            boolean stands = quote.articleVersion() == version;
            if (decided) {
                assertThat(stands)
                        .as(as)
                        .isEqualTo(body.contains(quote.wording().content()));
            }
            if (stands) {
                Wording wording = quote.wording();
                assertThat(body.substring(wording.start(), wording.end()))
                        .as(as)
                        .isEqualTo(wording.content());
            }
            if (stands && !decided) {
                assertThat(quotes)
                        .as(as)
                        .noneMatch(other -> other != quote
                                && other.articleVersion() == version
                                && other.wording().start() < quote.wording().end()
                                && quote.wording().start() < other.wording().end());
            }
        }
    }

    /** Sentences of few different words, so that quotes repeat, come and go. */
    private static String body(Random random) {
        StringBuilder body = new StringBuilder();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            body.append('“')
                    .append(List.of("Yes", "No", "Never", "Not now").get(random.nextInt(4)))
                    .append("” ");
        }
        return body.toString();
    }

    /** Most of what stands in quotation marks. */
    private static List<FoundQuote> foundIn(String body, Random random) {
        return IntStream.range(0, body.length())
                .filter(i -> body.charAt(i) == '“' && random.nextInt(5) > 0)
                .mapToObj(i -> new FoundQuote(
                        QuoteKind.DIRECT,
                        List.of(new Span(i + 1, body.indexOf('”', i))),
                        null,
                        null,
                        0.7,
                        "nobody near"))
                .toList();
    }
}
