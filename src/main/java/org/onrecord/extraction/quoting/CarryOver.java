package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.QuoteKind;
import org.onrecord.extraction.framing.Frame;
import org.onrecord.extraction.framing.Frame.Shape;
import org.onrecord.extraction.framing.FramesBySentence;
import org.onrecord.extraction.grammar.Clauses;
import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Phrase;
import org.onrecord.extraction.grammar.Quotation;
import org.onrecord.extraction.grammar.Verbs;
import org.onrecord.extraction.grammar.Verbs.Report;
import org.onrecord.extraction.grammar.WorkTitles;
import org.onrecord.extraction.quoting.Draft.Route;

/**
 * Quotations beside no frame: a speaker goes on within the paragraph or across paragraphs, is announced by a colon,
 * speaks in a neighbouring sentence or is its subject; or nobody is given.
 */
final class CarryOver {

    private final Narration narration;
    private final FramesBySentence frames;
    private final Attributions attributions;
    private final TitlesInMarks titles;
    private final Clauses clauses;
    private final ColonAttribution colons;
    private final NamedWords words;

    /** The quote before the latest one. */
    private @Nullable Draft beforeLatest;

    CarryOver(
            Narration narration,
            FramesBySentence frames,
            Attributions attributions,
            TitlesInMarks titles,
            Verbs verbs) {
        this.narration = narration;
        this.frames = frames;
        this.attributions = attributions;
        this.titles = titles;
        this.clauses = new Clauses(narration);
        this.colons = new ColonAttribution(narration, clauses, verbs);
        this.words = new NamedWords(narration, clauses, verbs);
    }

    /** Gives each quotation that has no owner yet a quote of its own or a place in another, or leaves it out. */
    void attribute() {
        Draft latest = null;
        for (int sentence = 0; sentence < narration.sentences(); sentence++) {
            int from = narration.sentenceStart(sentence);
            int to = narration.sentenceEnd(sentence);
            for (int piece = from; piece < to; piece++) {
                if (!narration.isQuotation(piece)) {
                    continue;
                }
                Draft owned = attributions.ownerOf(piece);
                if (owned == null) {
                    owned = unowned(piece, sentence, latest);
                }
                if (owned != null && owned != latest) {
                    beforeLatest = latest;
                    latest = owned;
                }
            }
        }
    }

    private @Nullable Draft unowned(int piece, int sentence, @Nullable Draft latest) {
        Draft running = attributions.ownerBefore(piece);
        if (narration.quotationAt(piece).continues() && running != null) {
            return running.kind == QuoteKind.DIRECT
                    ? attributions.extend(running, piece)
                    : attributions.carried(piece, running, Route.CONTINUES);
        }
        if (titles.isCrossHeading(piece) || titles.isTitleOfWork(piece)) {
            return null;
        }
        if (piece > narration.sentenceStart(sentence) && narration.is(piece - 1, COLON)) {
            return sourced(piece, colons.announcer(piece - 1), Route.ANNOUNCED);
        }
        if (!isQuoteSentence(piece, sentence)) {
            return fragment(piece, sentence, latest);
        }
        return quoteSentence(piece, sentence, latest);
    }

    /** A sentence of nothing but a quotation: whoever speaks before it in the paragraph, after it, or in the one before. */
    private Draft quoteSentence(int piece, int sentence, @Nullable Draft latest) {
        boolean sameParagraph = latest != null && narration.paragraph(latest.piece) == narration.paragraph(piece);
        boolean narrated = sentence > 0
                && piece - 1 >= 0
                && narration.paragraph(piece - 1) == narration.paragraph(piece)
                && latest != null
                && !sameParagraph;
        if (narrated) {
            Draft near = speakerBeside(piece, sentence - 1);
            if (near != null) {
                return near;
            }
        }
        if (sameParagraph && latest != null) {
            boolean adjoining = latest.kind == QuoteKind.DIRECT && sentencesBetween(latest, piece) <= 1;
            return adjoining && latest.frame != null
                    ? attributions.extend(latest, piece)
                    : attributions.carried(piece, latest, Route.GOES_ON);
        }
        Draft ahead = speakerAhead(piece, sentence);
        if (ahead != null) {
            return ahead;
        }
        Draft introduced = introducer(piece, sentence);
        if (introduced != null) {
            return introduced;
        }
        Draft before = speakerBefore(piece, sentence, latest);
        return before != null ? before : sourced(piece, null, Route.NONE);
    }

    /** Whom the sentence before lets speak, where it ends in a colon. */
    private @Nullable Draft introducer(int piece, int sentence) {
        if (sentence == 0 || piece != narration.sentenceStart(sentence) || !narration.is(piece - 1, COLON)) {
            return null;
        }
        Draft introduced = speakerBeside(piece, sentence - 1);
        if (introduced != null && introduced.route == Route.PREVIOUS_SPEAKER) {
            introduced.route = Route.INTRODUCED;
        }
        return introduced;
    }

    private int sentencesBetween(Draft draft, int piece) {
        int end = draft.last().end();
        int at = piece;
        int sentences = 0;
        while (at > 0 && narration.start(at - 1) >= end) {
            at--;
            if (narration.sentence(at) != narration.sentence(at + 1)) {
                sentences++;
            }
            if (sentences > 2 || piece - at > 60) {
                return 3;
            }
        }
        return sentences;
    }

    /** Whether the sentence is nothing but the quotation, or all but nothing. */
    private boolean isQuoteSentence(int piece, int sentence) {
        for (int at = Math.max(narration.sentenceStart(sentence), piece - 3);
                at < Math.min(piece + 3, narration.sentenceEnd(sentence));
                at++) {
            if (at != piece
                    && !narration.wordClass(at).isPunctuation()
                    && !narration.is(at, CONJUNCTION, QUOTATION, OTHER)) {
                return false;
            }
        }
        return true;
    }

    /** “…” “…,” said Smith; or: “…” Smith shook his head. */
    private @Nullable Draft speakerAhead(int piece, int sentence) {
        int paragraph = narration.paragraph(piece);
        for (int ahead = sentence + 1; ahead < Math.min(sentence + 3, narration.sentences()); ahead++) {
            int start = narration.sentenceStart(ahead);
            if (narration.paragraph(start) != paragraph) {
                return null;
            }
            Phrase whose = words.pointedBackTo(start);
            if (whose != null) {
                return sourced(piece, whose, Route.SPEAKER_FOLLOWS);
            }
            for (int index = frames.first(ahead); index < frames.end(ahead); index++) {
                Frame frame = frames.get(index);
                if (frame.source() != null && frame.shape() == Shape.FINITE && frame.reports(Report.SAY)) {
                    return sourced(piece, frame.source(), Route.SPEAKER_FOLLOWS);
                }
            }
            Phrase subject = firstSubject(ahead);
            if (subject != null) {
                return sourced(piece, subject, Route.SUBJECT_NEAR);
            }
        }
        return null;
    }

    private @Nullable Phrase firstSubject(int sentence) {
        int start = narration.sentenceStart(sentence);
        int end = Math.min(narration.sentenceEnd(sentence), start + 40);
        for (int piece = start; piece < end; piece++) {
            if (narration.wordClass(piece).isVerbal()) {
                return clauses.subjectBefore(piece);
            }
        }
        return null;
    }

    private @Nullable Draft speakerBefore(int piece, int sentence, @Nullable Draft latest) {
        if (latest != null
                && narration.paragraph(piece) - narration.paragraph(latest.piece) == 1
                && latest.source != null) {
            Draft partner = partner(piece, latest);
            return attributions.carried(piece, partner == null ? latest : partner, Route.PREVIOUS_SPEAKER);
        }
        if (sentence == 0
                || narration.paragraph(piece) - narration.paragraph(narration.sentenceStart(sentence - 1)) > 1) {
            return null;
        }
        return speakerBeside(piece, sentence - 1);
    }

    /** In a talk of two who are named: the one before the latest speaker, where that one asked or this asks again. */
    private @Nullable Draft partner(int piece, Draft latest) {
        Draft before = beforeLatest;
        if (before == null
                || before.source == null
                || latest.source == null
                || narration.paragraph(latest.piece) - narration.paragraph(before.piece) != 1
                || !narration.isPerson(before.source.head())
                || !narration.isPerson(latest.source.head())
                || sameSurname(before.source, latest.source)) {
            return null;
        }
        Quotation quotation = narration.quotationAt(piece);
        boolean answers = asks(latest.last().end());
        boolean asksAgain = asks(before.last().end()) && asks(quotation.words().end());
        return answers || asksAgain ? before : null;
    }

    private boolean sameSurname(Phrase one, Phrase other) {
        String name = narration.words(one.head(), one.head() + 1);
        String otherName = narration.words(other.head(), other.head() + 1);
        return name.endsWith(otherName) || otherName.endsWith(name);
    }

    private boolean asks(int end) {
        return narration.text().text().charAt(end - 1) == '?';
    }

    /** Whom the sentence before a quotation lets speak, or is about. */
    private @Nullable Draft speakerBeside(int piece, int sentence) {
        int first = frames.first(sentence);
        for (int index = frames.end(sentence) - 1; index >= Math.max(first, frames.end(sentence) - 8); index--) {
            Frame frame = frames.get(index);
            if (frame.source() != null && frame.shape() != Shape.PASSIVE) {
                return sourced(piece, frame.source(), Route.PREVIOUS_SPEAKER);
            }
        }
        Phrase subject = firstSubject(sentence);
        return subject == null ? null : sourced(piece, subject, Route.SUBJECT_NEAR);
    }

    private Draft sourced(int piece, @Nullable Phrase source, Route route) {
        Draft draft = Draft.direct(piece, narration.quotationAt(piece).words());
        boolean speaks = source != null
                && (route != Route.SUBJECT_NEAR && route != Route.ANNOUNCED
                        || narration.isPerson(source.head())
                        || narration.is(source.head(), PRONOUN, POSSESSIVE_PRONOUN));
        if (speaks) {
            draft.source = source;
            draft.route = route;
        }
        return attributions.own(piece, draft);
    }

    /** "“That is it,” …": a capital and a closing comma are speech, whatever follows, unless they are a title. */
    private boolean opensSentenceAsSpeech(int piece, int sentence) {
        Quotation quotation = narration.quotationAt(piece);
        return piece == narration.sentenceStart(sentence)
                && narration.opensWithCapital(piece)
                && narration.endsOpen(piece)
                && !WorkTitles.isTitle(narration.text().text(), quotation.words());
    }

    /** The source of the first words of saying after a quotation in its sentence. */
    private @Nullable Phrase speakerLater(int piece, int sentence) {
        for (int index = frames.first(sentence); index < frames.end(sentence); index++) {
            Frame frame = frames.get(index);
            if (frame.cue().from() > piece && frame.reports(Report.SAY) && frame.shape() == Shape.FINITE) {
                return frame.source();
            }
        }
        return null;
    }

    /** A few words between marks in the narrator's sentence: someone's only where they are many enough. */
    private @Nullable Draft fragment(int piece, int sentence, @Nullable Draft latest) {
        if (opensSentenceAsSpeech(piece, sentence)) {
            return sourced(piece, speakerLater(piece, sentence), Route.CUE_AROUND);
        }
        if (titles.isQuotedInHeadline(piece)) {
            Phrase owner = piece > 0 ? words.possessor(piece - 1) : null;
            return sourced(piece, owner == null ? firstSubject(sentence) : owner, Route.SUBJECT_NEAR);
        }
        Phrase whose = words.whose(piece);
        if (whose != null) {
            return sourced(piece, whose, Route.CUE_AROUND);
        }
        if (narration.wordCount(piece) < 6) {
            return null;
        }
        Phrase subject = firstSubject(sentence);
        if (subject == null && latest != null && narration.paragraph(latest.piece) == narration.paragraph(piece)) {
            return attributions.carried(piece, latest, Route.PREVIOUS_SPEAKER);
        }
        return sourced(piece, subject, Route.SUBJECT_NEAR);
    }
}
