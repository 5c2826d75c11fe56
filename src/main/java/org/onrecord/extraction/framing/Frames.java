package org.onrecord.extraction.framing;

import static org.onrecord.extraction.grammar.WordClass.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.VerbGroups;
import org.onrecord.extraction.grammar.Verbs;
import org.onrecord.extraction.grammar.Verbs.Form;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.extraction.grammar.Verbs.Verb;
import org.onrecord.extraction.grammar.WordClass;
import org.onrecord.text.Phrases;

/** Finds the reporting frames of a narration, sentence by sentence: the cue first, then its subject. */
public final class Frames {

    private static final Phrases QUOTING = Phrases.of("quote | cite | report");

    private final Narration narration;
    private final Clauses clauses;
    private final Verbs verbs;
    private final AccordingTo accordingTo;
    private final Signatures signatures;
    private final ClaimsAndAttitudes claims;
    private final CueVerbs cues;
    private final VerbGroups groups;
    private final Inversion inversion;
    private final Authors authors;
    private final BorrowedSubjects borrowed;
    private final List<Frame> found = new ArrayList<>();
    private int firstOfSentence;

    private Frames(Narration narration, Verbs verbs) {
        this.narration = narration;
        this.clauses = new Clauses(narration);
        this.verbs = verbs;
        this.accordingTo = new AccordingTo(narration, clauses);
        this.signatures = new Signatures(narration, clauses);
        this.claims = new ClaimsAndAttitudes(narration, clauses, verbs);
        this.cues = new CueVerbs(narration, clauses);
        this.groups = new VerbGroups(narration, clauses, verbs);
        this.inversion = new Inversion(narration, clauses);
        this.authors = new Authors(narration, clauses, verbs, groups);
        this.borrowed = new BorrowedSubjects(narration, clauses, verbs, groups);
    }

    /** All frames in text order of their cues. */
    public static List<Frame> of(Narration narration, Verbs verbs) {
        var frames = new Frames(narration, verbs);
        for (int sentence = 0; sentence < narration.sentences(); sentence++) {
            frames.firstOfSentence = frames.found.size();
            for (int piece = narration.sentenceStart(sentence); piece < narration.sentenceEnd(sentence); piece++) {
                frames.consider(piece);
            }
        }
        return frames.found;
    }

    private void consider(int piece) {
        WordClass wordClass = narration.wordClass(piece);
        String word = narration.lower(piece);
        if (word.equals("according") && narration.says(piece + 1, "to")) {
            add(accordingTo.accordingTo(piece));
            return;
        }
        if (word.equals("in")) {
            add(accordingTo.inTheWordsOf(piece));
            return;
        }
        if (wordClass == COLON) {
            add(signatures.beforeColon(piece));
            return;
        }
        if (wordClass == DASH) {
            add(signatures.afterDash(piece));
            return;
        }
        if (wordClass == NOUN && narration.says(piece + 1, "that")) {
            add(claims.claim(piece));
            return;
        }
        boolean attitude = wordClass == ADJECTIVE || wordClass == PARTICIPLE;
        if (attitude && ClaimsAndAttitudes.isAttitude(word)) {
            add(claims.attitude(piece));
            return;
        }
        boolean verbal = wordClass == VERB || wordClass == BARE_VERB || wordClass == GERUND || wordClass == PARTICIPLE;
        if (verbal) {
            verb(piece, word);
        }
    }

    private void verb(int piece, String word) {
        Verb verb = verbs.of(word);
        if (verb == null) {
            return;
        }
        Set<Report> reports = cues.reports(piece, verb);
        if (!reports.isEmpty()) {
            frame(piece, verb, reports);
        }
    }

    private void add(@Nullable Frame frame) {
        if (frame != null) {
            found.add(frame);
        }
    }

    private void frame(int cue, Verb verb, Set<Report> reports) {
        VerbGroups.Group group = groups.endingAt(cue);
        if (group == null) {
            return;
        }
        boolean participial = narration.is(cue, GERUND) && group.start() == cue;
        // A negation before a participle belongs to the clause around it.
        boolean negated = group.negated() && !participial;
        var words = new FrameCue(group.start(), cues.endOf(cue, verb), verb.base(), reports, negated);
        if (group.passive()) {
            Phrase agent = agent(words.to());
            if (agent != null || verb.reports(Report.REGARD)) {
                found.add(Frame.passive(words, agent));
            }
        } else if (participial) {
            found.add(participial(words));
        } else if (!narration.is(cue, PARTICIPLE) || group.start() != cue) {
            add(finite(cue, words, verb));
        }
    }

    /** The source of a passive: "by the minister". */
    private @Nullable Phrase agent(int after) {
        int ceiling = Math.min(clauses.ceiling(after - 1), after + 6);
        for (int piece = after; piece < ceiling; piece++) {
            if (narration.says(piece, "by")) {
                return clauses.startingAt(piece + 1);
            }
            if (narration.wordClass(piece).isPunctuation()) {
                return null;
            }
        }
        return null;
    }

    private @Nullable Frame finite(int verb, FrameCue cue, Verb form) {
        Phrase after = inversion.mayFollow(verb, cue, form) ? clauses.startingAt(cue.to()) : null;
        if (after != null && inversion.isSubject(after, cue.from())) {
            return Frame.inverted(cue, after);
        }
        if (opensAsParticiple(cue.from())) {
            return null;
        }
        Phrase subject = clauses.subjectBefore(cue.from());
        if (subject == null) {
            return Frame.finite(cue.from(), cue, borrowed.before(cue.from(), earlier()));
        }
        return Frame.finite(Math.min(subject.from(), cue.from()), cue, authors.of(subject));
    }

    /** The frames of the sentence so far. */
    private List<Frame> earlier() {
        return found.subList(firstOfSentence, found.size());
    }

    /** "Asked which county was his favourite, he …", "When pressed, she …": nobody's own words. */
    private boolean opensAsParticiple(int verb) {
        int from = narration.sentenceStart(narration.sentence(verb));
        boolean first = verb == from || verb == from + 1 && narration.is(from, SUBORDINATOR);
        Verb form = first ? verbs.of(narration.lower(verb)) : null;
        return form != null && form.is(Form.PARTICIPLE) && !isAfterQuotation(from);
    }

    private boolean isAfterQuotation(int piece) {
        return piece > 0
                && narration.isQuotation(piece - 1)
                && narration.paragraph(piece - 1) == narration.paragraph(piece);
    }

    private Frame participial(FrameCue cue) {
        if (quotedPassively(cue.from())) {
            int group = groups.startOf(cue.from() - 2);
            Phrase subject = clauses.subjectBefore(group);
            if (subject != null) {
                return Frame.finite(
                        subject.from(), new FrameCue(group, cue.to(), cue.base(), cue.reports(), false), subject);
            }
        }
        return Frame.participial(cue, participialSource(cue.from()));
    }

    /** "He was quoted as saying". */
    private boolean quotedPassively(int cue) {
        return cue - 2 > clauses.floor(cue)
                && narration.says(cue - 1, "as")
                && QUOTING.contains(groups.baseOf(cue - 2))
                && groups.startOf(cue - 2) < cue - 2;
    }

    /** "The agency quoted an official as saying": the official's words. */
    private @Nullable Phrase quotedAs(int cue) {
        int floor = clauses.floor(cue);
        int as = cue - 1;
        if (as <= floor || !narration.says(as, "as")) {
            return null;
        }
        Phrase quoted = clauses.fullEndingAt(as - 1);
        int verb = quoted == null ? floor : quoted.from() - 1;
        return verb > floor && QUOTING.contains(groups.baseOf(verb)) ? quoted : null;
    }

    private @Nullable Phrase participialSource(int cue) {
        Phrase quoted = quotedAs(cue);
        if (quoted != null) {
            return quoted;
        }
        int floor = clauses.floor(cue);
        int before = cue - 1;
        while (before >= floor && narration.is(before, ADVERB, CONJUNCTION, TIME)) {
            before--;
        }
        if (before >= floor && before == cue - 1 && narration.wordClass(before).endsNounPhrase()) {
            Phrase own = narration.isPerson(before) ? clauses.endingAt(before) : clauses.fullEndingAt(before);
            if (own != null) {
                return authors.of(own);
            }
        }
        Phrase earlier = borrowed.before(cue, earlier());
        return earlier != null ? earlier : borrowed.after(cue);
    }
}
