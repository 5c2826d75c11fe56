package org.onrecord.quote;

/** A quote cannot be what somebody wants: its spans do not fit the body, or its speaker is nobody the archive knows. */
public final class UnfitQuote extends RuntimeException {

    /** What of the quote is wrong. */
    public enum Part {
        SEGMENT,
        CUE,
        SPEAKER,
        SPEAKER_ENTITY,
        SPEAKER_MENTION
    }

    /** What is wrong with it. */
    public enum Reason {
        OUTSIDE_THE_BODY,
        OUT_OF_ORDER,
        NO_SUCH_ENTITY,
        NOBODY_NAMED
    }

    private final Part part;
    private final int segment;
    private final Reason reason;

    private UnfitQuote(Part part, int segment, Reason reason, String message) {
        super(message, null, false, false);
        this.part = part;
        this.segment = segment;
        this.reason = reason;
    }

    static UnfitQuote segment(int segment, Reason reason, String message) {
        return new UnfitQuote(Part.SEGMENT, segment, reason, message);
    }

    static UnfitQuote of(Part part, Reason reason, String message) {
        return new UnfitQuote(part, -1, reason, message);
    }

    public Part part() {
        return part;
    }

    /** Which segment is wrong, counted from 0; -1 where it is another part. */
    public int segment() {
        return segment;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong, for people, without a full stop. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
