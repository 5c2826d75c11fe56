package org.onrecord.extraction.framing;

import java.util.Set;
import org.onrecord.extraction.grammar.Verbs.Report;

/**
 * The words that report: "said", "according to". In pieces.
 *
 * @param from its first piece
 * @param to after its last piece
 * @param base its verb, or "according to", "in", ":"
 * @param negated whether the words are said not to have been said
 */
public record FrameCue(int from, int to, String base, Set<Report> reports, boolean negated) {

    private static final Set<Report> SAY = Set.of(Report.SAY);

    /** A cue without a verb that says something. */
    static FrameCue saying(int from, int to, String base) {
        return new FrameCue(from, to, base, SAY, false);
    }
}
