package org.onrecord.cleaning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.credit.Dateline;
import org.onrecord.cleaning.furniture.Furniture;
import org.onrecord.cleaning.page.ArticlePage;
import org.onrecord.cleaning.passage.Layout;
import org.onrecord.cleaning.passage.Line;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Reason;
import org.onrecord.text.StoredText;

/**
 * Takes a news item apart as it was received: headline, standfirst, byline, dateline and time each into its field, the
 * paragraphs of the story into the body, and promos, consent paragraphs, captions, share bars and trailers into a report
 * of what was removed.
 *
 * <p>In doubt it keeps a promo rather than lose a sentence: a passage that quotes a statement is never removed on a
 * single sign, and lines are joined only if they were wrapped.
 *
 * <p>Pure and thread-safe; takes time linear in the input; no input makes it fail.
 */
public final class Cleaner {

    /** A longer first line is the story itself. */
    private static final int LONGEST_HEADLINE = 300;

    /** Cleans pasted text: the first line is the headline, the rest the body. */
    public CleanedArticle cleanText(String raw) {
        List<Line> lines = Line.of(raw);
        int first = firstLine(lines);
        if (first == lines.size()) {
            return Sieve.clean("", List.of());
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
            passages.add(line.passage(-1));
        }
        passages.addAll(Layout.passages(lines.subList(next, lines.size()), Furniture::matches));
        return Sieve.clean(words.toString(), passages);
    }

    /** Cleans a body that came without its headline. */
    public CleanedArticle cleanBody(String headline, String body) {
        return Sieve.clean(StoredText.line(headline), Layout.passages(Line.of(body), Furniture::matches));
    }

    /** Cleans a web page, or the part of one that holds the article. */
    public CleanedArticle cleanHtml(String html) {
        ArticlePage page = ArticlePage.of(html);
        CleanedArticle shown = Sieve.clean(page.headline(), page.passages());
        String told = page.toldBeyond(shown.body());
        CleanedArticle whole = told == null ? shown : cleanBody(page.headline(), told);
        CleanedArticle article = whole.body().length() > shown.body().length() ? whole : shown;
        return new CleanedArticle(
                article.headline(),
                first(page.standfirst(), shown.standfirst()),
                first(page.byline(), first(shown.byline(), page.author())),
                article.dateline(),
                first(page.publishedAt(), shown.publishedAt()),
                page.canonicalUrl(),
                page.siteName(),
                page.language(),
                article.body(),
                article.removed());
    }

    private static <T> @Nullable T first(@Nullable T first, @Nullable T second) {
        return first != null ? first : second;
    }

    /** The index of the headline. Entries of a menu and other short furniture may stand over it. */
    private static int firstLine(List<Line> lines) {
        int first = 0;
        while (first < Math.min(lines.size() - 2, 12) && isOverHeadline(lines.get(first))) {
            first++;
        }
        return first;
    }

    private static boolean isOverHeadline(Line line) {
        Passage passage = line.passage(0);
        Reason reason = passage.words() <= 6 ? Furniture.reason(passage) : null;
        return reason == Reason.NAVIGATION
                || reason == Reason.ADVERTISEMENT
                || reason == Reason.SHARE_BAR
                || reason == Reason.SEPARATOR;
    }

    /** Whether the item has no headline and its first line is a paragraph. */
    private static boolean isStory(Line line, int lines) {
        String text = line.text();
        Passage passage = line.passage(0);
        boolean sentences =
                passage.endsSentence() && (text.contains(". ") || text.contains(".” ") || text.contains(".\" "));
        return text.length() > LONGEST_HEADLINE
                || sentences && text.length() > 120
                || Dateline.of(text) != null && passage.endsSentence() && text.length() > 80
                || lines == 1 && passage.endsSentence() && (passage.words() > 12 || passage.reportsSpeech());
    }

    /** The index after the headline, which may be wrapped onto a second line. */
    private static int headlineEnd(List<Line> lines, int first) {
        boolean goesOn = first + 2 < lines.size()
                && !lines.get(first + 1).startsBlock()
                && lines.get(first + 2).startsBlock()
                && lines.get(first + 1).startsLowerCase()
                && !lines.get(first).endsSentence();
        return goesOn ? first + 2 : first + 1;
    }
}
