package org.onrecord.extraction.framing;

import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs.Report;

/**
 * A place in the narration that reports words: a cue, who they are said to come from, and how it is built. In pieces.
 *
 * @param start the first piece of cue and source together
 * @param end after the last piece of cue and source together
 * @param source whom the words come from; null where the clause does not say
 * @param inverted whether the source stands after the cue: "said Smith"
 */
public record Frame(
        int start, int end, FrameCue cue, @Nullable Phrase source, Shape shape, boolean inverted) {

    /** "Smith said". */
    static Frame finite(int start, FrameCue cue, @Nullable Phrase subject) {
        return new Frame(start, cue.to(), cue, subject, Shape.FINITE, false);
    }

    /** "said Smith". */
    static Frame inverted(FrameCue cue, Phrase subject) {
        return new Frame(cue.from(), subject.to(), cue, subject, Shape.FINITE, true);
    }

    /** "was called", "was described by Smith". */
    static Frame passive(FrameCue cue, @Nullable Phrase agent) {
        int end = agent == null ? cue.to() : agent.to();
        return new Frame(cue.from(), end, cue, agent, Shape.PASSIVE, agent != null);
    }

    /** "Smith, adding", "adding": its source may stand elsewhere in the sentence. */
    static Frame participial(FrameCue cue, @Nullable Phrase source) {
        int start = source != null && source.to() == cue.from() ? source.from() : cue.from();
        return new Frame(start, cue.to(), cue, source, Shape.PARTICIPIAL, false);
    }

    /** "Smith’s claim". */
    static Frame nominal(FrameCue cue, Phrase possessor) {
        return new Frame(possessor.from(), cue.to(), cue, possessor, Shape.NOMINAL, false);
    }

    /** "according to Smith", "in Smith’s words", as far as {@code end}. */
    static Frame prepositional(FrameCue cue, int end, Phrase source) {
        return new Frame(cue.from(), end, cue, source, Shape.PREPOSITIONAL, true);
    }

    /** "Smith:". */
    static Frame label(FrameCue colon, Phrase source) {
        return new Frame(source.from(), colon.to(), colon, source, Shape.SIGNATURE, false);
    }

    /** "— Smith". */
    static Frame signature(FrameCue dash, Phrase source) {
        return new Frame(dash.from(), source.to(), dash, source, Shape.SIGNATURE, true);
    }

    public enum Shape {
        /** A finite verb with a subject of its own. */
        FINITE,
        /** "saying", "adding": borrows the subject of the clause before or after. */
        PARTICIPIAL,
        /** "was called", "was described by X as": the subject is not the source. */
        PASSIVE,
        /** "X's claim that". */
        NOMINAL,
        /** "X: …" and "… — X". */
        SIGNATURE,
        /** "according to X". */
        PREPOSITIONAL
    }

    public boolean reports(Report report) {
        return cue.reports().contains(report);
    }
}
