package org.onrecord.extraction.quoting;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Verbs.Report;

/**
 * A place in the narration that reports words: a cue, who they are said to come from, and how it is built. In pieces.
 *
 * @param start the first piece of cue and source together
 * @param end after the last piece of cue and source together
 * @param cueFrom the first piece of the cue
 * @param cueTo after the last piece of the cue
 * @param base the cue's verb, or "according to", "as", ":"
 * @param source whom the words come from; null where the clause does not say
 * @param inverted whether the source stands after the verb: "said Smith"
 * @param negated whether the words are said not to have been said
 */
record Frame(
        int start,
        int end,
        int cueFrom,
        int cueTo,
        String base,
        Set<Report> reports,
        @Nullable Phrase source,
        Shape shape,
        boolean inverted,
        boolean negated) {

    enum Shape {
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

    boolean reports(Report report) {
        return reports.contains(report);
    }
}
