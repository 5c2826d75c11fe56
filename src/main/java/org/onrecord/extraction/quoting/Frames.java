package org.onrecord.extraction.quoting;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.quoting.Frame.Shape;
import org.onrecord.extraction.quoting.Verbs.Form;
import org.onrecord.extraction.quoting.Verbs.Report;
import org.onrecord.extraction.quoting.Verbs.Verb;

/** Finds the reporting frames of a narration, sentence by sentence: the cue first, then its subject. */
final class Frames {

    private static final Set<String> BE =
            Set.of("is", "are", "was", "were", "be", "been", "being", "am", "'re", "’re", "'m", "’m");

    private static final Set<String> ATTITUDES = Set.of(
            "afraid",
            "confident",
            "sure",
            "certain",
            "convinced",
            "worried",
            "concerned",
            "hopeful",
            "optimistic",
            "adamant",
            "aware",
            "glad",
            "proud",
            "sorry",
            "surprised",
            "clear",
            "disappointed",
            "skeptical",
            "sceptical",
            "incensed");

    /** Verbs that lead to the one that reports: "went on to say", "was quick to add". */
    private static final int LONGEST_GROUP = 10;

    private final Narration narration;
    private final Clauses clauses;
    private final Verbs verbs;
    private final List<Frame> found = new ArrayList<>();
    private int firstOfSentence;
    private @Nullable Set<String> transcriptLabels;

    private Frames(Narration narration, Verbs verbs) {
        this.narration = narration;
        this.clauses = new Clauses(narration);
        this.verbs = verbs;
    }

    /** All frames in text order of their cues. */
    static List<Frame> of(Narration narration, Verbs verbs) {
        var frames = new Frames(narration, verbs);
        for (int sentence = 0; sentence < narration.sentences(); sentence++) {
            frames.firstOfSentence = frames.found.size();
            for (int piece = narration.sentenceStart(sentence); piece < narration.sentenceEnd(sentence); piece++) {
                frames.consider(piece);
            }
        }
        return frames.found;
    }

    private WordClass at(int piece) {
        return narration.wordClass(piece);
    }

    private void consider(int piece) {
        WordClass wordClass = at(piece);
        String word = narration.lower(piece);
        if (word.equals("according")
                && piece + 1 < narration.size()
                && narration.lower(piece + 1).equals("to")) {
            accordingTo(piece);
            return;
        }
        if (word.equals("in")) {
            inTheWordsOf(piece);
            return;
        }
        if (wordClass == WordClass.COLON || wordClass == WordClass.DASH) {
            signature(piece);
            return;
        }
        if (wordClass == WordClass.NOUN
                && piece + 1 < narration.size()
                && narration.lower(piece + 1).equals("that")) {
            claim(piece);
            return;
        }
        boolean attitude = wordClass == WordClass.ADJECTIVE || wordClass == WordClass.PARTICIPLE;
        if (attitude && ATTITUDES.contains(word)) {
            attitude(piece);
            return;
        }
        boolean verbal = wordClass == WordClass.VERB
                || wordClass == WordClass.BARE_VERB
                || wordClass == WordClass.GERUND
                || wordClass == WordClass.PARTICIPLE;
        if (!verbal) {
            return;
        }
        Verb verb = verbs.of(word);
        if (verb == null) {
            return;
        }
        Set<Report> reports = verb.reports();
        if (verb.base().equals("point")
                && !(piece + 1 < narration.size() && narration.lower(piece + 1).equals("out"))) {
            return;
        }
        boolean afterNoun = piece > 0
                && at(piece - 1) == WordClass.NOUN
                && narration.sentence(piece - 1) == narration.sentence(piece);
        if (wordClass == WordClass.GERUND && afterNoun && !reports.contains(Report.SAY)) {
            return;
        }
        if (isGoOn(piece, verb)) {
            reports = EnumSet.of(Report.SAY);
        } else if (isPutIt(piece, verb) || isPhrasal(piece, verb)) {
            reports = EnumSet.of(Report.SAY);
        } else if (isReferAs(piece, verb)) {
            reports = EnumSet.of(Report.REGARD);
        }
        if (reports.isEmpty() && closesQuotation(piece, verb)) {
            reports = EnumSet.of(Report.SAY);
        }
        if (!reports.isEmpty()) {
            frame(piece, verb, reports);
        }
    }

    /** "“…!” beamed Smith", "“…,” Smith smiled.": any verb of the past beside a quotation that goes on says it. */
    private boolean closesQuotation(int piece, Verb verb) {
        int from = narration.sentenceStart(narration.sentence(piece));
        int to = narration.sentenceEnd(narration.sentence(piece));
        if (at(piece) != WordClass.VERB || !verb.is(Form.PAST) || piece == 0 || piece + 1 >= to) {
            return false;
        }
        if (narration.isQuotation(piece - 1) && endsOpen(piece - 1)) {
            Phrase after = clauses.startingAt(piece + 1);
            return after != null
                    && narration.isPerson(after.head())
                    && (after.to() >= to || at(after.to()).isPunctuation());
        }
        boolean named = narration.isPerson(piece - 1) || at(piece - 1) == WordClass.PRONOUN;
        return named
                && piece - 2 >= from
                && narration.isQuotation(piece - 2)
                && endsOpen(piece - 2)
                && (at(piece + 1) == WordClass.STOP || at(piece + 1) == WordClass.COMMA);
    }

    private boolean endsOpen(int quotation) {
        Quotation words = narration.quotationAt(quotation);
        return ",?!".indexOf(narration.text().text().charAt(words.innerEnd() - 1)) >= 0;
    }

    private boolean isGoOn(int piece, Verb verb) {
        if (!verb.base().equals("go")
                || piece + 1 >= narration.size()
                || !narration.lower(piece + 1).equals("on")) {
            return false;
        }
        return piece + 2 < narration.size()
                && (at(piece + 2).isPunctuation()
                        || at(piece + 2) == WordClass.QUOTATION
                        || narration.lower(piece + 2).equals("about"));
    }

    private boolean isPutIt(int piece, Verb verb) {
        return verb.base().equals("put")
                && piece + 1 < narration.size()
                && narration.lower(piece + 1).equals("it");
    }

    /** Verbs that say something only with their particle. */
    private static final Set<String> PHRASAL = Set.of(
            "shoot back",
            "fire back",
            "hit back",
            "push back",
            "come back",
            "write back",
            "chime in",
            "weigh in",
            "butt in",
            "cut in",
            "blurt out",
            "sum up",
            "pipe up");

    private boolean isPhrasal(int piece, Verb verb) {
        return piece + 1 < narration.size() && PHRASAL.contains(verb.base() + " " + narration.lower(piece + 1));
    }

    private boolean isReferAs(int piece, Verb verb) {
        return verb.base().equals("refer")
                && piece + 1 < narration.size()
                && narration.lower(piece + 1).equals("to");
    }

    private void accordingTo(int piece) {
        Phrase source = piece + 2 < narration.size() ? clauses.startingAt(piece + 2) : null;
        if (source == null) {
            return;
        }
        found.add(new Frame(
                piece,
                source.to(),
                piece,
                piece + 2,
                "according to",
                EnumSet.of(Report.SAY),
                source,
                Shape.PREPOSITIONAL,
                true,
                false));
    }

    private static final Set<String> WORDS_AND_VIEWS = Set.of("words", "view", "opinion", "telling", "phrase");

    /** "in Smith's view", "in her words", "in the words of the minister". */
    private void inTheWordsOf(int piece) {
        int ceiling = clauses.ceiling(piece);
        int noun = piece + 1;
        while (noun < ceiling && noun - piece < 8 && !WORDS_AND_VIEWS.contains(narration.lower(noun))) {
            noun++;
        }
        if (noun >= ceiling || noun - piece >= 8 || noun - piece < 2) {
            return;
        }
        Phrase source = null;
        int end = noun + 1;
        if (at(noun - 1) == WordClass.POSSESSIVE_CLITIC) {
            source = clauses.endingAt(noun - 2);
        } else if (at(noun - 1) == WordClass.POSSESSIVE_PRONOUN) {
            source = new Phrase(noun - 1, noun, noun - 1);
        } else if (end + 1 < ceiling && narration.lower(end).equals("of")) {
            source = clauses.startingAt(end + 1);
            end = source == null ? end : source.to();
        }
        if (source != null && source.from() > piece) {
            found.add(new Frame(
                    piece,
                    end,
                    piece,
                    piece + 1,
                    "in",
                    EnumSet.of(Report.SAY),
                    source,
                    Shape.PREPOSITIONAL,
                    true,
                    false));
        }
    }

    /** "Jane Smith: …" at the head of a paragraph, "… — Jane Smith" after a quotation. */
    private void signature(int piece) {
        int sentence = narration.sentence(piece);
        int from = narration.sentenceStart(sentence);
        int to = narration.sentenceEnd(sentence);
        if (at(piece) == WordClass.COLON) {
            boolean opensParagraph = from == 0 || narration.paragraph(from - 1) != narration.paragraph(from);
            boolean quotes = piece + 1 < to && narration.isQuotation(piece + 1);
            Phrase source =
                    (opensParagraph || quotes) && piece > from && piece - from <= 6 ? clauses.startingAt(from) : null;
            if (source == null && opensParagraph && isLabel(from, piece)) {
                source = new Phrase(from, piece, piece - 1);
            }
            if (source != null
                    && source.to() == piece
                    && piece + 1 < to
                    && (narration.isPerson(source.head())
                            || quotes && narration.nameIndex(source.head()) >= 0
                            || isLabel(from, piece))) {
                found.add(new Frame(
                        from,
                        piece + 1,
                        piece,
                        piece + 1,
                        ":",
                        EnumSet.of(Report.SAY),
                        source,
                        Shape.SIGNATURE,
                        false,
                        false));
            }
            return;
        }
        boolean afterQuotation = piece > from
                && (narration.isQuotation(piece - 1)
                        || piece - 1 > from && at(piece - 1) == WordClass.STOP && narration.isQuotation(piece - 2));
        Phrase source = afterQuotation && piece + 1 < to ? clauses.startingAt(piece + 1) : null;
        if (source != null
                && isCapitalised(source)
                && (source.to() >= to || at(source.to()).isPunctuation())
                && to - source.to() <= 14) {
            found.add(new Frame(
                    piece,
                    source.to(),
                    piece,
                    piece + 1,
                    "—",
                    EnumSet.of(Report.SAY),
                    source,
                    Shape.SIGNATURE,
                    true,
                    false));
        }
    }

    private static final Set<String> LABELS_OF_EDITORS = Set.of(
            "UPDATE",
            "UPDATES",
            "WATCH",
            "RELATED",
            "BREAKING",
            "NOTE",
            "CORRECTION",
            "PHOTO",
            "PHOTOS",
            "VIDEO",
            "MORE",
            "READ",
            "ALSO",
            "LIVE",
            "LISTEN",
            "OPINION",
            "ANALYSIS",
            "EXCLUSIVE");

    /** "WELBY:", as a transcript prints its speakers: in capitals, and at least one of them comes back. */
    private boolean isLabel(int from, int to) {
        return to > from && to - from <= 3 && transcriptLabels().contains(narration.words(from, to));
    }

    private Set<String> transcriptLabels() {
        if (transcriptLabels == null) {
            Set<String> seen = new HashSet<>();
            boolean repeated = false;
            for (int sentence = 0; sentence < narration.sentences(); sentence++) {
                String label = labelOf(sentence);
                repeated |= label != null && !seen.add(label);
            }
            transcriptLabels = repeated ? seen : Set.of();
        }
        return transcriptLabels;
    }

    private @Nullable String labelOf(int sentence) {
        int from = narration.sentenceStart(sentence);
        int colon = from + 1;
        while (colon < narration.sentenceEnd(sentence) && colon - from <= 3 && at(colon) != WordClass.COLON) {
            colon++;
        }
        if (colon >= narration.sentenceEnd(sentence) || at(colon) != WordClass.COLON || narration.isQuotation(from)) {
            return null;
        }
        String label = narration.words(from, colon);
        boolean capitals = label.length() > 2
                && Character.isLetter(label.charAt(0))
                && label.equals(label.toUpperCase(Locale.ROOT))
                && !LABELS_OF_EDITORS.contains(label);
        return capitals ? label : null;
    }

    /** "Smith's claim that …": the possessor is the source. */
    private void claim(int noun) {
        int before = noun - 1;
        int floor = clauses.floor(noun);
        while (before > floor
                && (at(before) == WordClass.ADJECTIVE
                        || at(before) == WordClass.NOUN
                        || at(before) == WordClass.PARTICIPLE)) {
            before--;
        }
        if (before <= floor || at(before) != WordClass.POSSESSIVE_CLITIC || !verbs.isWordNoun(narration.lower(noun))) {
            return;
        }
        Phrase source = clauses.endingAt(before - 1);
        if (source != null) {
            found.add(new Frame(
                    source.from(),
                    noun + 1,
                    noun,
                    noun + 1,
                    narration.lower(noun),
                    EnumSet.of(Report.THINK),
                    source,
                    Shape.NOMINAL,
                    false,
                    false));
        }
    }

    /** "was convinced that", "is afraid that". */
    private void attitude(int adjective) {
        boolean that = adjective + 1 < narration.size()
                && narration.lower(adjective + 1).equals("that");
        int verb = adjective - 1;
        while (verb >= clauses.floor(adjective) && (at(verb) == WordClass.ADVERB || at(verb) == WordClass.NEGATION)) {
            verb--;
        }
        if (!that || verb < clauses.floor(adjective) || at(verb) != WordClass.AUXILIARY) {
            return;
        }
        while (verb > clauses.floor(adjective) && at(verb - 1).isVerbal()) {
            verb--;
        }
        Phrase subject = clauses.subjectBefore(verb);
        if (subject != null && !narration.lower(subject.head()).equals("it")) {
            found.add(new Frame(
                    subject.from(),
                    adjective + 1,
                    verb,
                    adjective + 1,
                    narration.lower(adjective),
                    EnumSet.of(Report.THINK),
                    subject,
                    Shape.FINITE,
                    false,
                    false));
        }
    }

    /** A name, recognised or not: every word of it begins with a capital. */
    private boolean isCapitalised(Phrase phrase) {
        for (int piece = phrase.from(); piece <= phrase.head(); piece++) {
            if (!narration.isCapitalised(piece)) {
                return false;
            }
        }
        return true;
    }

    private void frame(int cue, Verb verb, Set<Report> reports) {
        Group group = group(cue);
        if (group == null) {
            return;
        }
        int cueTo = withParticle(cue, verb);
        if (group.passive) {
            Phrase agent = agent(cueTo);
            if (agent != null || verb.reports(Report.REGARD)) {
                found.add(new Frame(
                        group.start,
                        agent == null ? cueTo : agent.to(),
                        group.start,
                        cueTo,
                        verb.base(),
                        reports,
                        agent,
                        Shape.PASSIVE,
                        agent != null,
                        group.negated));
            }
            return;
        }
        if (at(cue) == WordClass.GERUND && group.start == cue) {
            participial(cue, cueTo, verb, reports);
            return;
        }
        if (at(cue) == WordClass.PARTICIPLE && group.start == cue) {
            return;
        }
        finite(cue, cueTo, verb, reports, group);
    }

    private int withParticle(int cue, Verb verb) {
        int next = cue + 1;
        if (next < narration.size()
                && Set.of("out", "on", "for", "it", "to", "upon", "against", "of", "about", "back", "in", "up", "off")
                        .contains(narration.lower(next))) {
            String pair = verb.base() + " " + narration.lower(next);
            if (PHRASAL.contains(pair)) {
                return next + 1;
            }
            if (Set.of(
                            "point out",
                            "go on",
                            "call for",
                            "call on",
                            "put it",
                            "call out",
                            "refer to",
                            "warn against",
                            "spell out",
                            "hit out",
                            "lash out",
                            "warn of",
                            "warn about",
                            "complain about",
                            "brag about",
                            "boast of",
                            "boast about",
                            "talk about",
                            "speak of",
                            "speak about",
                            "worry about")
                    .contains(pair)) {
                return next + 1;
            }
        }
        return next;
    }

    /** A verb with its auxiliaries and the verbs it hangs on. */
    private record Group(int start, boolean passive, boolean negated) {}

    private @Nullable Group group(int cue) {
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

    private String baseOf(int piece) {
        Verb verb = verbs.of(narration.lower(piece));
        return verb == null ? "" : verb.base();
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

    /** The source of a passive: "by the minister". */
    private @Nullable Phrase agent(int after) {
        int ceiling = Math.min(clauses.ceiling(after - 1), after + 6);
        for (int piece = after; piece < ceiling; piece++) {
            if (narration.lower(piece).equals("by")) {
                return clauses.startingAt(piece + 1);
            }
            if (at(piece).isPunctuation()) {
                return null;
            }
        }
        return null;
    }

    private void finite(int cue, int cueTo, Verb verb, Set<Report> reports, Group group) {
        Phrase after = mayInvert(cue, cueTo, verb, group) ? clauses.startingAt(cueTo) : null;
        if (after != null && isInverted(after, group.start)) {
            found.add(new Frame(
                    group.start,
                    after.to(),
                    group.start,
                    cueTo,
                    verb.base(),
                    reports,
                    after,
                    Shape.FINITE,
                    true,
                    group.negated));
            return;
        }
        if (opensAsParticiple(group.start)) {
            return;
        }
        Phrase subject = clauses.subjectBefore(group.start);
        int from = subject == null ? group.start : Math.min(subject.from(), group.start);
        subject = subject == null ? null : authorOf(subject);
        if (subject == null) {
            subject = borrowed(group.start);
        }
        found.add(new Frame(
                from, cueTo, group.start, cueTo, verb.base(), reports, subject, Shape.FINITE, false, group.negated));
    }

    /** "Asked which county was his favourite, he …", "When pressed, she …": nobody's own words. */
    private boolean opensAsParticiple(int verb) {
        int from = narration.sentenceStart(narration.sentence(verb));
        boolean first = verb == from || verb == from + 1 && at(from) == WordClass.SUBORDINATOR;
        Verb form = first ? verbs.of(narration.lower(verb)) : null;
        return form != null && form.is(Form.PARTICIPLE) && !isAfterQuotation(from);
    }

    private boolean isAfterQuotation(int piece) {
        return piece > 0
                && narration.isQuotation(piece - 1)
                && narration.paragraph(piece - 1) == narration.paragraph(piece);
    }

    private boolean mayInvert(int cue, int cueTo, Verb verb, Group group) {
        boolean finite = verb.is(Form.PAST) || verb.is(Form.THIRD_PERSON) || verb.is(Form.BASE);
        return verb.reports(Report.SAY)
                && finite
                && group.start == cue
                && cueTo < narration.sentenceEnd(narration.sentence(cue))
                && !verb.base().equals("tell");
    }

    /** "…," said Smith: after a quotation or comma, and nothing makes the words after the verb a clause's subject. */
    private boolean isInverted(Phrase after, int verb) {
        int sentence = narration.sentence(verb);
        int before = verb - 1;
        while (before >= narration.sentenceStart(sentence) && at(before) == WordClass.ADVERB) {
            before--;
        }
        boolean opens = before < narration.sentenceStart(sentence);
        boolean afterQuotation = !opens
                && (at(before) == WordClass.QUOTATION
                        || at(before) == WordClass.COMMA && before > 0 && at(before - 1) == WordClass.QUOTATION
                        || at(before) == WordClass.DASH);
        boolean afterComma = !opens && at(before) == WordClass.COMMA;
        if (!opens && !afterQuotation && !afterComma) {
            return false;
        }
        int end = after.to();
        if (opens && !(verb > 0 && at(verb - 1) == WordClass.QUOTATION)) {
            return end < narration.sentenceEnd(sentence)
                    && (at(end) == WordClass.COLON
                            || at(end) == WordClass.COMMA
                                    && end + 1 < narration.sentenceEnd(sentence)
                                    && narration.isQuotation(end + 1));
        }
        int next = end;
        while (next < narration.sentenceEnd(sentence) && (at(next) == WordClass.ADVERB)) {
            next++;
        }
        boolean clauseFollows = next < narration.sentenceEnd(sentence) && at(next).isVerbal();
        if (clauseFollows) {
            return false;
        }
        boolean pronoun = at(after.head()) == WordClass.OBJECT_PRONOUN;
        return !pronoun
                && (afterQuotation || opens || clauses.subjectBefore(verb) == null || endsClause(next, sentence));
    }

    private boolean endsClause(int next, int sentence) {
        return next >= narration.sentenceEnd(sentence) || at(next) == WordClass.STOP || at(next) == WordClass.COMMA;
    }

    private void participial(int cue, int cueTo, Verb verb, Set<Report> reports) {
        if (quotedPassively(cue)) {
            int group = verbGroupStart(cue - 2);
            Phrase subject = clauses.subjectBefore(group);
            if (subject != null) {
                found.add(new Frame(
                        subject.from(),
                        cueTo,
                        group,
                        cueTo,
                        verb.base(),
                        reports,
                        subject,
                        Shape.FINITE,
                        false,
                        false));
                return;
            }
        }
        Phrase source = participialSource(cue);
        int start = source != null && source.to() == cue ? source.from() : cue;
        found.add(new Frame(start, cueTo, cue, cueTo, verb.base(), reports, source, Shape.PARTICIPIAL, false, false));
    }

    /** "He was quoted as saying". */
    private boolean quotedPassively(int cue) {
        return cue - 2 > clauses.floor(cue)
                && narration.lower(cue - 1).equals("as")
                && QUOTING.contains(baseOf(cue - 2))
                && verbGroupStart(cue - 2) < cue - 2;
    }

    /** "The agency quoted an official as saying": the official's words. */
    private @Nullable Phrase quotedAs(int cue) {
        int floor = clauses.floor(cue);
        int as = cue - 1;
        if (as <= floor || !narration.lower(as).equals("as")) {
            return null;
        }
        Phrase quoted = clauses.fullEndingAt(as - 1);
        int verb = quoted == null ? floor : quoted.from() - 1;
        return verb > floor && QUOTING.contains(baseOf(verb)) ? quoted : null;
    }

    private static final Set<String> QUOTING = Set.of("quote", "cite", "report");

    private @Nullable Phrase participialSource(int cue) {
        Phrase quoted = quotedAs(cue);
        if (quoted != null) {
            return quoted;
        }
        int floor = clauses.floor(cue);
        int before = cue - 1;
        while (before >= floor
                && (at(before) == WordClass.ADVERB
                        || at(before) == WordClass.CONJUNCTION
                        || at(before) == WordClass.TIME)) {
            before--;
        }
        if (before >= floor && before == cue - 1 && at(before).endsNounPhrase()) {
            Phrase own = narration.isPerson(before) ? clauses.endingAt(before) : clauses.fullEndingAt(before);
            if (own != null) {
                return authorOf(own);
            }
        }
        Phrase borrowed = borrowed(cue);
        return borrowed != null ? borrowed : subjectAhead(cue);
    }

    /** Verbs whose object is what somebody writes or shows. */
    private static final Set<String> PUBLISHING = Set.of(
            "issue",
            "release",
            "publish",
            "send",
            "write",
            "post",
            "put",
            "share",
            "circulate",
            "file",
            "sign",
            "make",
            "give",
            "deliver",
            "email",
            "upload",
            "run",
            "air",
            "read",
            "tweet",
            "pen",
            "forward");

    /** "Smith issued a statement saying …": the words are Smith's; otherwise the document itself. */
    private Phrase authorOf(Phrase document) {
        int before = document.from() - 1;
        boolean published = before > clauses.floor(document.from())
                && at(before) == WordClass.VERB
                && PUBLISHING.contains(baseOf(before))
                && verbs.isWordNoun(narration.lower(document.head()));
        Phrase author = published ? clauses.subjectBefore(verbGroupStart(before)) : null;
        return author == null ? document : author;
    }

    private int verbGroupStart(int verb) {
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

    /** The subject of the clause that a coordinated or participial verb belongs to. */
    private @Nullable Phrase borrowed(int verb) {
        int oldest = Math.max(firstOfSentence, found.size() - 8);
        for (int index = found.size() - 1; index >= oldest; index--) {
            Frame frame = found.get(index);
            boolean relative = frame.cueFrom() > 0 && at(frame.cueFrom() - 1) == WordClass.RELATIVE;
            if (frame.source() != null
                    && frame.shape() == Shape.FINITE
                    && frame.cueTo() <= verb
                    && !relative
                    && mayShareSubject(frame, verb)) {
                return frame.source();
            }
        }
        int floor = clauses.floor(verb);
        for (int piece = verb - 1; piece >= floor; piece--) {
            if (at(piece).isVerbal() && !(piece > floor && at(piece - 1) == WordClass.RELATIVE)) {
                int start = verbGroupStart(piece);
                Phrase subject = clauses.subjectBefore(start);
                if (subject != null) {
                    return subject;
                }
                piece = start;
            }
        }
        return null;
    }

    /** "She says he would order a review and warned …": verbs joined by "and" stand in one tense. */
    private boolean mayShareSubject(Frame frame, int verb) {
        Verb second = verbs.of(narration.lower(verb));
        if (second == null || at(verb) != WordClass.VERB) {
            return true;
        }
        if (at(frame.cueFrom()) == WordClass.MODAL) {
            return !second.is(Form.PAST);
        }
        Verb first = verbs.of(narration.lower(frame.cueFrom()));
        return first == null || at(frame.cueFrom()) != WordClass.VERB || first.is(Form.PAST) == second.is(Form.PAST);
    }

    /** "Calling it a disgrace, Smith said": the subject follows the comma. */
    private @Nullable Phrase subjectAhead(int cue) {
        int ceiling = clauses.ceiling(cue);
        for (int piece = cue + 1; piece + 1 < ceiling; piece++) {
            if (at(piece) == WordClass.COMMA
                    || at(piece) == WordClass.QUOTATION && !at(piece + 1).isPunctuation()) {
                Phrase subject = clauses.startingAt(piece + 1);
                if (subject != null && subject.to() < ceiling) {
                    return subject;
                }
            }
        }
        return null;
    }
}
