package org.onrecord.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.extraction.MentionKind;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;

class RelocationTests {

    private static final String OLD = "“We agree,” said Ruiz. “It will hold.”";

    private static Relocation in(String body) {
        return new Relocation(new CodePoints(body));
    }

    private static Wording words(String body, @Nullable String cue, String... segments) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (String segment : segments) {
            int start = body.indexOf(segment, from);
            from = start + segment.length();
            spans.add(new Span(start, from));
        }
        Span cueSpan = cue == null ? null : new Span(body.indexOf(cue), body.indexOf(cue) + cue.length());
        return QuotedText.in(new CodePoints(body)).wording(QuoteKind.DIRECT, spans, cueSpan);
    }

    private static List<Integer> starts(Optional<Wording> found) {
        return found.orElseThrow().segments().stream().map(Segment::start).toList();
    }

    @Test
    void movesWithTheTextBeforeIt() {
        String edited = "LISBON (AP) " + OLD;
        assertThat(in(edited).find(words(OLD, "said", "We agree", "It will hold")))
                .contains(words(edited, "said", "We agree", "It will hold"));
    }

    @Test
    void isGoneWhereAWordChanged() {
        assertThat(in(OLD.replace("agree", "agreed to")).find(words(OLD, null, "We agree,”")))
                .isEmpty();
        assertThat(in(OLD.replace("hold", "last")).find(words(OLD, null, "We agree", "It will hold")))
                .isEmpty();
    }

    @Test
    void isGoneWhereItsSegmentsStandInAnotherOrder() {
        assertThat(in("“It will hold,” said Ruiz. “We agree.”").find(words(OLD, null, "We agree", "It will hold")))
                .isEmpty();
    }

    @Test
    void prefersThePlaceAfterTheSameTextToTheNearest() {
        Wording old = words("Ruiz: “Yes.” Voss: “No.”", null, "Yes");
        String edited = "Voss: “Yes.” Then it was her turn. Ruiz: “Yes.”";
        assertThat(starts(in(edited).find(old))).containsExactly(edited.lastIndexOf("Yes"));
    }

    @Test
    void takesTheNearestAmongEquals() {
        Wording old = words("Some words. Ruiz: “Yes.”", null, "Yes");
        String edited = "Ruiz: “Yes.” Some other words in between here. Ruiz: “Yes.”";
        assertThat(starts(in(edited).find(old))).containsExactly(edited.indexOf("Yes"));
    }

    @Test
    void takesAnEarlierPlaceWhereOnlyThereTheOtherSegmentsFollow() {
        Wording old = words("She said: “Yes,” then, “no.”", null, "Yes", "no");
        String edited = "“Yes,” then, “no.” She said: “Yes.”";
        assertThat(starts(in(edited).find(old))).containsExactly(edited.indexOf("Yes"), edited.indexOf("no"));
    }

    @Test
    void theCueStaysOnItsSideOfTheWords() {
        String body = "He said so. “We agree,” she said.";
        Span words = new Span(body.indexOf("We"), body.indexOf(",”"));
        Span cue = new Span(body.lastIndexOf("said"), body.lastIndexOf("said") + 4);
        Wording old = QuotedText.in(new CodePoints(body)).wording(QuoteKind.DIRECT, List.of(words), cue);
        Wording moved = in("Monday. " + body).find(old).orElseThrow();
        assertThat(moved.cue()).isEqualTo(new Cue("said", cue.start() + 8, cue.end() + 8));
    }

    @Test
    void theCueMayGoWithoutTheWords() {
        Wording moved = in(OLD.replace("said", "added"))
                .find(words(OLD, "said", "We agree"))
                .orElseThrow();
        assertThat(moved.content()).isEqualTo("We agree");
        assertThat(moved.cue()).isNull();
    }

    @Test
    void theSpeakersMentionIsTheNearestToWhereTheWordsWent() {
        Wording old = words(OLD, null, "We agree");
        SpeakerMention ruiz = new SpeakerMention("Ruiz", 17, 21, MentionKind.NAME);
        String edited = "Ruiz was there. " + OLD;
        Wording moved = in(edited).find(old).orElseThrow();
        assertThat(in(edited).find(ruiz, old, moved)).isEqualTo(new SpeakerMention("Ruiz", 33, 37, MentionKind.NAME));
        assertThat(in(edited.replace("Ruiz", "she")).find(ruiz, old, moved)).isNull();
    }

    @Test
    void aRandomQuoteIsFoundExactlyWhereItsWordsStandInOrder() {
        long seed = 20261130L;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            String as = "seed " + seed + ", round " + round;
            CodePoints before = new CodePoints(text(random));
            CodePoints after = new CodePoints(random.nextInt(4) == 0 ? before.text() : text(random));
            Wording old = quote(before, random);
            Optional<Wording> found = new Relocation(after).find(old);

            assertThat(found.isPresent()).as(as).isEqualTo(standsInOrder(old, after));
            found.ifPresent(wording -> assertThat(wording.content()).as(as).isEqualTo(old.content()));
            found.ifPresent(wording -> assertTellsTheTruth(wording, after, as));
            if (after.text().equals(before.text())) {
                assertThat(found).as(as).contains(old);
            }
        }
    }

    @Test
    void ofAllPlacesTheBestIsTaken() {
        long seed = 20261201L;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            CodePoints before = new CodePoints(text(random));
            CodePoints after = new CodePoints(text(random));
            int start = random.nextInt(before.length());
            Span span = new Span(start, Math.min(before.length(), start + 1 + random.nextInt(2)));
            Wording old = QuotedText.in(before).wording(QuoteKind.DIRECT, List.of(span), null);
            assertThat(new Relocation(after).find(old).map(Wording::start))
                    .as("seed " + seed + ", round " + round)
                    .isEqualTo(bestOfAll(after, old));
        }
    }

    /** The rule as it is written: the same text before it first, then the nearest, then the earlier. */
    private static Optional<Integer> bestOfAll(CodePoints body, Wording old) {
        return IntStream.range(0, body.text().length())
                .filter(place -> body.text().startsWith(old.content(), place))
                .boxed()
                .min(Comparator.comparing((Integer place) -> !body.text()
                                .startsWith(old.prefix(), place - old.prefix().length()))
                        .thenComparing(place -> Math.abs(body.fromUtf16(place) - old.start()))
                        .thenComparing(place -> place))
                .map(body::fromUtf16);
    }

    /** Few different characters, so that words repeat; one of them takes two UTF-16 units. */
    private static String text(Random random) {
        return random.ints(2 + random.nextInt(40), 0, 4)
                .mapToObj(i -> List.of("a", "b", " ", "😀").get(i))
                .collect(Collectors.joining());
    }

    private static Wording quote(CodePoints body, Random random) {
        List<Span> segments = new ArrayList<>();
        int from = 0;
        while (segments.isEmpty() || (from < body.length() && random.nextBoolean())) {
            int start = from + random.nextInt(body.length() - from);
            int end = start + 1 + random.nextInt(Math.min(3, body.length() - start));
            segments.add(new Span(start, end));
            from = end;
        }
        int cue = random.nextInt(body.length());
        return QuotedText.in(body).wording(QuoteKind.DIRECT, segments, new Span(cue, cue + 1));
    }

    private static boolean standsInOrder(Wording wording, CodePoints body) {
        String inOrder = wording.segments().stream()
                .map(segment -> Pattern.quote(segment.text()))
                .collect(Collectors.joining(".*"));
        return Pattern.compile(inOrder, Pattern.DOTALL).matcher(body.text()).find();
    }

    /** Every offset covers the words it is said to cover. */
    private static void assertTellsTheTruth(Wording wording, CodePoints body, String as) {
        for (Segment segment : wording.segments()) {
            assertThat(body.textOf(segment.span())).as(as).isEqualTo(segment.text());
        }
        Cue cue = wording.cue();
        if (cue != null) {
            assertThat(body.textOf(new Span(cue.start(), cue.end()))).as(as).isEqualTo(cue.text());
        }
        int prefix = wording.prefix().codePointCount(0, wording.prefix().length());
        assertThat(body.textOf(new Span(wording.start() - prefix, wording.start())))
                .as(as)
                .isEqualTo(wording.prefix());
        assertThat(body.text().substring(body.toUtf16(wording.end()))).as(as).startsWith(wording.suffix());
    }
}
