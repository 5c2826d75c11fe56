package org.onrecord.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.extraction.MentionKind;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;

class QuoteTests {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final CodePoints BODY = new CodePoints("“We agree,” said Ana Ruiz. “It will hold.”");
    private static final Attribution RUIZ =
            new Attribution("Ana Ruiz", new SpeakerMention("Ana Ruiz", 17, 25, MentionKind.NAME), UUID.randomUUID());

    private static Wording words(int start, int end) {
        return QuotedText.in(BODY).wording(QuoteKind.DIRECT, List.of(new Span(start, end)), new Span(12, 16));
    }

    private static Quote extracted() {
        return Quote.extracted(
                UUID.randomUUID(), UUID.randomUUID(), 1, words(1, 10), RUIZ, 0.8, "named after the cue", MORNING);
    }

    private static Quote added() {
        return Quote.added(UUID.randomUUID(), UUID.randomUUID(), 1, words(1, 10), RUIZ, MORNING);
    }

    /** What people do to quotes, by name. */
    private static Consumer<Quote> deed(String name) {
        return switch (name) {
            case "confirm" -> quote -> quote.confirm(NOON);
            case "reject" -> quote -> quote.reject(NOON);
            case "reword" -> quote -> quote.reword(words(28, 40), NOON);
            case "attribute" -> quote -> quote.attributeTo(null, NOON);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "EXTRACTED, confirm, CONFIRMED",
        "EXTRACTED, reject, REJECTED",
        "EXTRACTED, reword, EDITED",
        "EXTRACTED, attribute, EDITED",
        "ADDED, confirm, CONFIRMED",
        "ADDED, reject, REJECTED",
        "ADDED, reword, ADDED",
        "ADDED, attribute, ADDED",
    })
    void aDecisionSetsTheStatusAndIsCertain(QuoteStatus before, String deed, QuoteStatus after) {
        Quote quote = before == QuoteStatus.ADDED ? added() : extracted();
        deed(deed).accept(quote);
        assertThat(quote.status()).isEqualTo(after);
        assertThat(quote.confidence()).isEqualTo(1.0);
        assertThat(quote.createdAt()).isEqualTo(MORNING);
        assertThat(quote.modifiedAt()).isEqualTo(NOON);
    }

    @Test
    void onceDecidedNothingMakesItTheMachinesAgain() {
        long seed = 20261130L;
        Random random = new Random(seed);
        List<String> deeds = List.of("confirm", "reject", "reword", "attribute");
        for (int round = 0; round < 500; round++) {
            Quote quote = random.nextBoolean() ? added() : extracted();
            StringBuilder story = new StringBuilder("seed " + seed + ", round " + round + ": " + quote.status());
            boolean handled = quote.status() == QuoteStatus.ADDED;
            for (int step = random.nextInt(6); step > 0; step--) {
                String deed = deeds.get(random.nextInt(deeds.size()));
                deed(deed).accept(quote);
                handled = true;
                story.append(", ").append(deed);
            }
            assertThat(quote.status().isDecided()).as(story.toString()).isEqualTo(handled);
            if (handled) {
                assertThatIllegalStateException()
                        .as(story.toString())
                        .isThrownBy(() -> quote.findAgain(null, 0.5, "found again"))
                        .withMessageContaining(quote.id().toString());
            }
        }
    }

    @Test
    void whatTheMachineFindsAgainReplacesWhatItFoundBefore() {
        Quote quote = extracted();
        quote.findAgain(new Attribution("a spokesman", null, null), 0.6, "nearest noun");
        assertThat(quote.status()).isEqualTo(QuoteStatus.EXTRACTED);
        assertThat(quote.speaker()).isEqualTo(new Attribution("a spokesman", null, null));
        assertThat(quote.confidence()).isEqualTo(0.6);
        assertThat(quote.reason()).isEqualTo("nearest noun");
    }

    @Test
    void rewordingKeepsTheSpeakerAndTheVersion() {
        Quote quote = extracted();
        quote.reword(words(28, 40), NOON);
        assertThat(quote.wording().content()).isEqualTo("It will hold");
        assertThat(quote.speaker()).isEqualTo(RUIZ);
        assertThat(quote.articleVersion()).isEqualTo(1);
    }

    @Test
    void attributingKeepsTheWords() {
        Quote quote = extracted();
        quote.attributeTo(null, NOON);
        assertThat(quote.speaker()).isNull();
        assertThat(quote.wording()).isEqualTo(words(1, 10));
        assertThat(quote.reason()).isEqualTo("attributed by hand");
    }

    @Test
    void movingToAnotherVersionDecidesNothing() {
        Quote quote = extracted();
        quote.moveTo(2, words(28, 40), NOON);
        assertThat(quote.articleVersion()).isEqualTo(2);
        assertThat(quote.wording()).isEqualTo(words(28, 40));
        assertThat(quote.status()).isEqualTo(QuoteStatus.EXTRACTED);
        assertThat(quote.confidence()).isEqualTo(0.8);
    }

    @Test
    void theSpeakersMentionMayGoWithoutTheSpeaker() {
        Quote quote = extracted();
        quote.locateSpeaker(null);
        assertThat(quote.speaker()).isEqualTo(new Attribution("Ana Ruiz", null, RUIZ.entityId()));
    }

    @Test
    void deletingAndRestoringKeepTheDecision() {
        Quote quote = extracted();
        quote.reject(MORNING);
        quote.delete(NOON);
        assertThat(quote.deletedAt()).isEqualTo(NOON);
        assertThat(quote.status()).isEqualTo(QuoteStatus.REJECTED);
        quote.restore(NOON);
        assertThat(quote.deletedAt()).isNull();
        assertThat(quote.status()).isEqualTo(QuoteStatus.REJECTED);
    }

    @Test
    void isTheSameQuoteByItsIdAlone() {
        UUID id = UUID.randomUUID();
        Quote one = Quote.added(id, UUID.randomUUID(), 1, words(1, 10), null, MORNING);
        Quote other = Quote.added(id, UUID.randomUUID(), 3, words(28, 40), RUIZ, NOON);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(added());
    }

    @Test
    void joinsItsSegmentsByABlank() {
        Wording twoPieces = pieces(segment(1, "We agree"), segment(28, "It will hold"));
        assertThat(twoPieces.content()).isEqualTo("We agree It will hold");
        assertThat(twoPieces.start()).isEqualTo(1);
        assertThat(twoPieces.end()).isEqualTo(40);
    }

    @Test
    void rejectsWordsWithoutAnyOrOutOfOrder() {
        assertThatIllegalArgumentException().isThrownBy(QuoteTests::pieces);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pieces(segment(28, "It will hold"), segment(1, "We agree")))
                .withMessageContaining("out of order");
        assertThatIllegalArgumentException().isThrownBy(() -> pieces(segment(1, "We agree"), segment(4, "agree")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Segment(4, 4, ""));
    }

    private static Segment segment(int start, String text) {
        return new Segment(start, start + text.length(), text);
    }

    private static Wording pieces(Segment... segments) {
        return new Wording(QuoteKind.DIRECT, List.of(segments), null, "“", "");
    }
}
