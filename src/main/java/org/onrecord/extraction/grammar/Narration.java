package org.onrecord.extraction.grammar;

import java.util.List;
import org.onrecord.extraction.naming.Name;
import org.onrecord.text.TokenisedText;

/** An article as its writer tells it: the pieces of its sentences, each with its {@link WordClass}. */
public final class Narration extends Pieces {

    private final WordClass[] classes;

    public Narration(TokenisedText text, List<Quotation> quotations, List<Name> names, Verbs verbs) {
        super(text, quotations, names);
        classes = new WordClasses(this, verbs).assign();
    }

    public WordClass wordClass(int piece) {
        return classes[piece];
    }

    /** Whether a piece is of this class; false beyond the ends of the narration. */
    public boolean is(int piece, WordClass wordClass) {
        return piece >= 0 && piece < size() && classes[piece] == wordClass;
    }

    /** Whether a piece is of one of these classes. */
    public boolean is(int piece, WordClass first, WordClass... others) {
        if (is(piece, first)) {
            return true;
        }
        for (WordClass other : others) {
            if (is(piece, other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a verb stands among the pieces, as far as a clause may reach. */
    public boolean hasVerb(int from, int to) {
        for (int piece = from; piece < Math.min(to, from + 60); piece++) {
            if (classes[piece].isVerbal()) {
                return true;
            }
        }
        return false;
    }
}
