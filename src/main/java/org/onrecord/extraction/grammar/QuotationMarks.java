package org.onrecord.extraction.grammar;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.text.TokenisedText;

/**
 * Pairs the quotation marks of a body, paragraph by paragraph, so that one unbalanced mark spoils at most its own
 * paragraph. Knows curly, straight, low, angle and typewriter (<code>`` ''</code>) marks, British single outer marks
 * among apostrophes, and the convention that a quote running over several paragraphs opens each of them and closes only
 * the last. Time is linear in the length of the body whatever the marks.
 */
public final class QuotationMarks {

    private final MarkedText text;
    private final DoubleMarks doubles;
    private final SingleMarks singles;
    private final List<Quotation> found = new ArrayList<>();

    /** Whether the paragraph before ended inside a quotation. */
    private boolean runningOn;

    private QuotationMarks(String body) {
        text = new MarkedText(body);
        doubles = new DoubleMarks(body);
        singles = new SingleMarks(body);
    }

    /** The outermost quotations in text order; none crosses a paragraph. */
    public static List<Quotation> pair(TokenisedText text) {
        var marks = new QuotationMarks(text.text());
        for (int paragraph = 0; paragraph < text.paragraphCount(); paragraph++) {
            marks.pairParagraph(text.paragraphStart(paragraph), text.paragraphEnd(paragraph));
        }
        return marks.found;
    }

    private void pairParagraph(int from, int to) {
        int first = text.skipBlanks(from, to);
        if (first == to) {
            return;
        }
        boolean nextOpens = text.nextParagraphOpens(to, text.body.charAt(first));
        int already = found.size();
        found.addAll(singles.pair(first, to, doubles.pair(first, to, nextOpens, runningOn)));
        if (runningOn && found.size() > already && found.get(already).start() == first) {
            found.set(already, found.get(already).continuing());
        }
        runningOn = found.size() > already && !found.get(found.size() - 1).closed();
    }
}
