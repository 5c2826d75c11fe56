package org.onrecord.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.quote.QuoteReview.Marked;
import org.onrecord.quote.UnfitQuote.Part;
import org.onrecord.quote.UnfitQuote.Reason;
import org.onrecord.text.CodePoints;
import org.onrecord.text.Span;

/** What somebody may mark as a quote in a body. */
class QuoteReviewTests {

    /** Its face takes two UTF-16 units and is one code point. */
    private static final CodePoints BODY = new CodePoints("😀 “We agree,” said Ruiz. “It will hold.”");

    private static Marked marked(@Nullable Span cue, Span... segments) {
        return new Marked(QuoteKind.DIRECT, List.of(segments), cue);
    }

    @Test
    void takesTheWordsFromTheBody() {
        Wording wording = QuoteReview.wording(BODY, marked(new Span(14, 18), new Span(3, 11), new Span(26, 28)));
        assertThat(wording.content()).isEqualTo("We agree It");
        assertThat(wording.cue()).isEqualTo(new Cue("said", 14, 18));
        assertThat(wording.prefix()).isEqualTo("😀 “");
        assertThat(wording.suffix()).isEqualTo(" will hold.”");
    }

    @Test
    void takesWhatReachesToTheLastCodePoint() {
        Span all = new Span(0, BODY.length());
        assertThat(QuoteReview.wording(BODY, marked(null, all)).content()).isEqualTo(BODY.text());
    }

    @Test
    void refusesWhatIsNoStretchOfTheBody() {
        assertUnfit(marked(null, new Span(0, BODY.length() + 1)), Part.SEGMENT, 0, Reason.OUTSIDE_THE_BODY);
        assertUnfit(marked(null, new Span(0, 3), new Span(4, 4)), Part.SEGMENT, 1, Reason.OUTSIDE_THE_BODY);
        assertUnfit(marked(new Span(99, 100), new Span(0, 3)), Part.CUE, -1, Reason.OUTSIDE_THE_BODY);
    }

    @Test
    void refusesSegmentsThatOverlapOrAreOutOfOrder() {
        assertUnfit(marked(null, new Span(3, 11), new Span(10, 12)), Part.SEGMENT, 1, Reason.OUT_OF_ORDER);
        assertUnfit(marked(null, new Span(26, 28), new Span(3, 11)), Part.SEGMENT, 1, Reason.OUT_OF_ORDER);
    }

    private static void assertUnfit(Marked marked, Part part, int segment, Reason reason) {
        assertThatExceptionOfType(UnfitQuote.class)
                .isThrownBy(() -> QuoteReview.wording(BODY, marked))
                .satisfies(unfit -> {
                    assertThat(unfit.part()).isEqualTo(part);
                    assertThat(unfit.segment()).isEqualTo(segment);
                    assertThat(unfit.reason()).isEqualTo(reason);
                });
    }
}
