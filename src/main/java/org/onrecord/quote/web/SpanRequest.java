package org.onrecord.quote.web;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import org.onrecord.text.Span;

/** A stretch of a body: half-open, in code points. */
record SpanRequest(@Min(0) int start, @Min(1) int end) {

    @AssertTrue(message = "must end after it starts")
    boolean isInOrder() {
        return start < end;
    }

    static SpanRequest of(int start, int end) {
        return new SpanRequest(start, end);
    }

    Span toSpan() {
        return new Span(start, end);
    }
}
