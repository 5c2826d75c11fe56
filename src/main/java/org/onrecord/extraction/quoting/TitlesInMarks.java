package org.onrecord.extraction.quoting;

import static org.onrecord.extraction.grammar.WordClass.*;

import org.onrecord.extraction.grammar.Narration;
import org.onrecord.extraction.grammar.Quotation;
import org.onrecord.extraction.grammar.WordClass;
import org.onrecord.extraction.grammar.WorkTitles;

/** What stands in quotation marks and is no quotation of a speaker: titles of works and cross-headings. */
final class TitlesInMarks {

    private static final int LONGEST_HEADLINE = 24;

    private final Narration narration;

    /** Whether the article's own quotations stand in double marks. */
    private final boolean doubleMarks;

    TitlesInMarks(Narration narration) {
        this.narration = narration;
        this.doubleMarks = usesDoubleMarks();
    }

    private boolean usesDoubleMarks() {
        int balance = 0;
        for (int piece = 0; piece < narration.size(); piece++) {
            if (narration.isQuotation(piece)) {
                balance += narration.quotationAt(piece).single() ? -1 : 1;
            }
        }
        return balance > 0;
    }

    /** “Fox News Sunday”, “The Apprentice”: capitals throughout, and nothing but them in a sentence that has others. */
    boolean isTitleOfWork(int piece) {
        Quotation quotation = narration.quotationAt(piece);
        boolean announced = isToldTo(piece)
                || piece > narration.sentenceStart(narration.sentence(piece))
                        && WorkTitles.announcesTitle(narration.lower(piece - 1));
        return announced
                || WorkTitles.isTitle(narration.text().text(), quotation.words())
                        && introducesWork(piece)
                        && !isHeadline(narration.sentence(piece));
    }

    /** "told “Good Morning Harbour,” a breakfast show": words said to somebody come after whom they are said to. */
    boolean isToldTo(int piece) {
        Quotation quotation = narration.quotationAt(piece);
        return piece > narration.sentenceStart(narration.sentence(piece))
                && narration.says(piece - 1, "told", "tells")
                && narration.wordCount(piece) > 1
                && WorkTitles.isTitle(narration.text().text(), quotation.words());
    }

    /** "on “Fox News Sunday”", "MSNBC’s “Morning Joe”", "the film “Selma”". */
    private boolean introducesWork(int piece) {
        int before = piece - 1;
        if (before < narration.sentenceStart(narration.sentence(piece))) {
            return false;
        }
        if (narration.is(before, POSSESSIVE_CLITIC, NAME)) {
            return true;
        }
        return WorkTitles.isIntroduction(narration.lower(before));
    }

    /** "Council ‘asleep at the wheel’ over bridge": single marks in the line over a story are its speakers' words. */
    boolean isQuotedInHeadline(int piece) {
        int sentence = narration.sentence(piece);
        boolean first = narration.paragraph(piece) == narration.paragraph(0);
        int last = narration.sentenceEnd(sentence) - 1;
        boolean unlikeStory = doubleMarks || !narration.is(last, STOP);
        boolean line = narration.sentenceStart(sentence) == 0
                && last < LONGEST_HEADLINE
                && last + 1 < narration.size()
                && narration.paragraph(last + 1) != narration.paragraph(0);
        return first && line && unlikeStory && narration.quotationAt(piece).single() && narration.wordCount(piece) > 1;
    }

    private boolean isHeadline(int sentence) {
        int capitals = 0;
        int words = 0;
        int from = narration.sentenceStart(sentence);
        for (int piece = from; piece < Math.min(narration.sentenceEnd(sentence), from + 40); piece++) {
            WordClass found = narration.wordClass(piece);
            boolean contentWord = found == NOUN
                    || found == VERB
                    || found == ADJECTIVE
                    || found == GERUND
                    || found == BARE_VERB
                    || found == PARTICIPLE;
            if (contentWord) {
                words++;
                capitals += narration.isCapitalised(piece) ? 1 : 0;
            }
        }
        return words > 1 && capitals * 3 >= words * 2;
    }

    /** A whole paragraph of one short title, or of single marks in an article that uses double ones: a cross-heading. */
    boolean isCrossHeading(int piece) {
        Quotation quotation = narration.quotationAt(piece);
        boolean alone = (piece == 0 || narration.paragraph(piece - 1) != narration.paragraph(piece))
                && (piece + 2 >= narration.size() || narration.paragraph(piece + 2) != narration.paragraph(piece));
        boolean crossHeading = quotation.single() && doubleMarks && narration.wordCount(piece) <= 8;
        return alone && (crossHeading || WorkTitles.isTitle(narration.text().text(), quotation.words()));
    }
}
