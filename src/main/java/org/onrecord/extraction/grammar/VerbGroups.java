package org.onrecord.extraction.grammar;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.grammar.Verbs.Verb;

/** Verbs with their auxiliaries and the verbs they hang on. */
public final class VerbGroups {

    private static final Set<String> BE =
            Set.of("is", "are", "was", "were", "be", "been", "being", "am", "'re", "’re", "'m", "’m");

    /** Verbs that lead to the one that reports: "went on to say", "was quick to add". */
    private static final int LONGEST_GROUP = 10;

    private final Narration narration;
    private final Clauses clauses;
    private final Verbs verbs;

    public VerbGroups(Narration narration, Clauses clauses, Verbs verbs) {
        this.narration = narration;
        this.clauses = clauses;
        this.verbs = verbs;
    }

    /** A verb with its auxiliaries and the verbs it hangs on. */
    public record Group(int start, boolean passive, boolean negated) {}

    private WordClass at(int piece) {
        return narration.wordClass(piece);
    }

    /** The group a cue ends; null where it is an infinitive that hangs on no verb. */
    @Nullable
    public Group endingAt(int cue) {
        int floor = clauses.floor(cue);
        int start = cue;
        boolean passive = false;
        boolean negated = false;
        boolean expectsFinite = at(cue) == WordClass.BARE_VERB;
        int piece = cue - 1;
        while (piece >= floor && cue - piece <= LONGEST_GROUP) {
            WordClass found = at(piece);
            String word = narration.lower(piece);
            if (found == WordClass.ADVERB || found == WordClass.NEGATION) {
                negated |= found == WordClass.NEGATION;
                piece--;
            } else if (found == WordClass.AUXILIARY || found == WordClass.MODAL) {
                passive |= start == cue && BE.contains(word) && at(cue) == WordClass.PARTICIPLE;
                start = piece--;
            } else if (found == WordClass.TO && expectsFinite && start == cue) {
                int governor = infinitiveGovernor(piece - 1, floor);
                if (governor < 0) {
                    return null;
                }
                negated |= Set.of("decline", "refuse", "fail").contains(baseOf(governor));
                start = governor;
                piece = governor - 1;
                expectsFinite = false;
            } else {
                break;
            }
        }
        if (expectsFinite && start == cue) {
            return null;
        }
        return new Group(start, passive, negated);
    }

    /** The verb or adjective an infinitive hangs on: "wants", "went on", "is likely"; -1 for a noun or an object. */
    private int infinitiveGovernor(int piece, int floor) {
        int at = piece;
        while (at >= floor && (at(at) == WordClass.ADVERB || narration.lower(at).equals("on"))) {
            at--;
        }
        if (at < floor) {
            return -1;
        }
        WordClass found = at(at);
        boolean governs = found == WordClass.VERB
                || found == WordClass.PARTICIPLE
                || found == WordClass.ADJECTIVE
                || found == WordClass.AUXILIARY
                || found == WordClass.GERUND;
        return governs ? at : -1;
    }

    /** Where the verbs before a verb begin. */
    public int startOf(int verb) {
        int start = verb;
        int floor = clauses.floor(verb);
        while (start > floor
                && (at(start - 1).isVerbal()
                        || at(start - 1) == WordClass.ADVERB
                        || at(start - 1) == WordClass.NEGATION)) {
            start--;
        }
        return start;
    }

    /** The base form; empty where the word is no known verb. */
    public String baseOf(int piece) {
        Verb verb = verbs.of(narration.lower(piece));
        return verb == null ? "" : verb.base();
    }
}
