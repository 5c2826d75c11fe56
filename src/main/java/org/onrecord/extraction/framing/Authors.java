package org.onrecord.extraction.framing;

import static org.onrecord.extraction.grammar.WordClass.*;

import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.VerbGroups;
import org.onrecord.extraction.grammar.Verbs;
import org.onrecord.text.Phrases;

/** Who wrote or showed the document that a cue has for its subject. */
final class Authors {

    /** Verbs whose object is what somebody writes or shows. */
    private static final Phrases PUBLISHING = Phrases.of("""
            issue | release | publish | send | write | post | put | share | circulate | file | sign | make | give
            deliver | email | upload | run | air | read | tweet | pen | forward""");

    private final Narration narration;
    private final Clauses clauses;
    private final Verbs verbs;
    private final VerbGroups groups;

    Authors(Narration narration, Clauses clauses, Verbs verbs, VerbGroups groups) {
        this.narration = narration;
        this.clauses = clauses;
        this.verbs = verbs;
        this.groups = groups;
    }

    /** "Smith issued a statement saying …": the words are Smith's; otherwise the document itself. */
    Phrase of(Phrase document) {
        int before = document.from() - 1;
        boolean published = before > clauses.floor(document.from())
                && narration.is(before, VERB)
                && PUBLISHING.contains(groups.baseOf(before))
                && verbs.isWordNoun(narration.lower(document.head()));
        Phrase author = published ? clauses.subjectBefore(groups.startOf(before)) : null;
        return author == null ? document : author;
    }
}
