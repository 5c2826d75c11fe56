package org.onrecord.extraction.grammar;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.grammar.Verbs.Verb;
import org.onrecord.text.Phrases;

/** Verbs with their auxiliaries and the verbs they hang on. */
public final class VerbGroups {

    private static final Phrases BE = Phrases.of("""
            is | are | was | were | be | been | being | am | 're | ’re | 'm | ’m""");

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

    /** The group a cue ends; null where it is an infinitive that hangs on no verb. */
    @Nullable
    public Group endingAt(int cue) {
        int floor = clauses.floor(cue);
        int start = cue;
        boolean passive = false;
        boolean negated = false;
        boolean expectsFinite = narration.is(cue, BARE_VERB);
        int piece = cue - 1;
        while (piece >= floor && cue - piece <= LONGEST_GROUP) {
            WordClass found = narration.wordClass(piece);
            String word = narration.lower(piece);
            if (found == ADVERB || found == NEGATION) {
                negated |= found == NEGATION;
                piece--;
            } else if (found == AUXILIARY || found == MODAL) {
                passive |= start == cue && BE.contains(word) && narration.is(cue, PARTICIPLE);
                start = piece--;
            } else if (found == TO && expectsFinite && start == cue) {
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
        while (at >= floor && (narration.is(at, ADVERB) || narration.says(at, "on"))) {
            at--;
        }
        if (at < floor) {
            return -1;
        }
        WordClass found = narration.wordClass(at);
        boolean governs =
                found == VERB || found == PARTICIPLE || found == ADJECTIVE || found == AUXILIARY || found == GERUND;
        return governs ? at : -1;
    }

    /** Where the verbs before a verb begin. */
    public int startOf(int verb) {
        int start = verb;
        int floor = clauses.floor(verb);
        while (start > floor
                && (narration.wordClass(start - 1).isVerbal() || narration.is(start - 1, ADVERB, NEGATION))) {
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
