package org.onrecord.cleaning;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.text.StoredText;

/**
 * Takes a received news item apart: headline, standfirst, byline, dateline and time to their places, promos, consent
 * paragraphs, captions, share bars and trailers out and reported, the story's paragraphs into the body.
 *
 * <p>It would rather keep a promo than lose a sentence: a passage that quotes somebody's statement is never taken for
 * furniture on the strength of a single sign, and paragraphs are never joined but where lines were wrapped.
 *
 * <p>Pure and thread-safe; takes time linear in the input; no input makes it fail.
 */
public final class Cleaner {

    /** A first line longer than this is no headline but the story itself. */
    private static final int LONGEST_HEADLINE = 300;

    /** Cleans pasted text: the first line is the headline, the rest the body. */
    public CleanedArticle cleanText(String raw) {
        List<Line> lines = Line.of(raw);
        int first = firstLine(lines);
        if (first == lines.size()) {
            return cleaned("", List.of());
        }
        Line headline = lines.get(first);
        boolean untitled = isStory(headline, lines.size() - first);
        int next = untitled ? first : headlineEnd(lines, first);
        StringBuilder words = new StringBuilder();
        for (Line line : lines.subList(first, next)) {
            words.append(words.isEmpty() ? "" : " ").append(line.text());
        }
        List<Passage> passages = new ArrayList<>();
        for (Line line : lines.subList(0, first)) {
            passages.add(new Passage(line.received(), line.text(), -1, false));
        }
        passages.addAll(Layout.passages(lines.subList(next, lines.size())));
        return cleaned(words.toString(), passages);
    }

    /** Cleans a body whose headline came apart from it. */
    public CleanedArticle cleanBody(String headline, String body) {
        return cleaned(StoredText.line(headline), Layout.passages(Line.of(body)));
    }

    /** Cleans a web page, or the part of one that holds the article. */
    public CleanedArticle cleanHtml(String html) {
        return ArticlePage.clean(html);
    }

    /** What stands over the headline: an entry of a menu, a label in capitals. */
    private static int firstLine(List<Line> lines) {
        int first = 0;
        while (first < Math.min(lines.size() - 2, 12) && isOverHeadline(lines.get(first))) {
            first++;
        }
        return first;
    }

    private static boolean isOverHeadline(Line line) {
        Passage passage = new Passage(line.received(), line.text(), 0, false);
        Reason reason = passage.words() <= 6 ? passage.reason() : null;
        return reason == Reason.NAVIGATION
                || reason == Reason.ADVERTISEMENT
                || reason == Reason.SHARE_BAR
                || reason == Reason.SEPARATOR;
    }

    /** Whether there is no headline: a paragraph stands in its place. */
    private static boolean isStory(Line line, int lines) {
        String text = line.text();
        Passage passage = new Passage(line.received(), text, 0, false);
        boolean sentences =
                passage.endsSentence() && (text.contains(". ") || text.contains(".” ") || text.contains(".\" "));
        return text.length() > LONGEST_HEADLINE
                || sentences && text.length() > 120
                || Dateline.of(text) != null && passage.endsSentence() && text.length() > 80
                || lines == 1 && passage.endsSentence() && (passage.words() > 12 || passage.reportsSpeech());
    }

    /** A headline may be wrapped as the story is. */
    private static int headlineEnd(List<Line> lines, int first) {
        boolean goesOn = first + 2 < lines.size()
                && !lines.get(first + 1).startsBlock()
                && lines.get(first + 2).startsBlock()
                && lines.get(first + 1).startsLowerCase()
                && !lines.get(first).endsSentence();
        return goesOn ? first + 2 : first + 1;
    }

    private static CleanedArticle cleaned(String headline, List<Passage> passages) {
        Sieve sieve = Sieve.of(headline, passages);
        Sieve.Credits credits = sieve.credits();
        return new CleanedArticle(
                headline,
                credits.standfirst,
                credits.byline,
                credits.dateline,
                credits.publishedAt,
                sieve.body(),
                sieve.removed());
    }
}
