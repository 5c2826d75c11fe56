package org.onrecord.extraction.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Works by their titles in quotation marks: "the film “A Long Day”". */
final class QuotedWorks {

    private static final Set<Long> WORK_WORDS = Hash.ofAll("""
            film | movie | book | novel | memoir | album | song | single | play | musical | opera | documentary
            series | show | sitcom | drama | poem | painting | essay | podcast | titled | entitled | ballad
            thriller | biography | autobiography | anthology | comedy | ballet | sculpture""");
    private static final long QUOTE = Hash.of("\"");
    private static final long COMMA = Hash.of(",");
    private static final int LONGEST_TITLE_OF_A_WORK = 10;

    private final WordViews views;

    QuotedWorks(WordViews views) {
        this.views = views;
    }

    /** Titles in quotation marks behind a word for a work: the film "A Long Day". */
    List<TaggedName> find() {
        var works = new ArrayList<TaggedName>();
        for (int token = 1; token + 2 < views.size; token++) {
            if (views.word[token] != QUOTE || !opens(token)) {
                continue;
            }
            int word = views.lower[token - 1] == COMMA && token > 1 ? token - 2 : token - 1;
            if (WORK_WORDS.contains(views.lower[word])) {
                int end = endOfTitle(token + 1);
                if (end > 0) {
                    works.add(new TaggedName(NameLabels.WORK, token + 1, end));
                    token = end;
                }
            }
        }
        return works;
    }

    /** Whether a mark opens: a closing one may follow "show" as well ("…on this show," Smith said. "…"). */
    private boolean opens(int mark) {
        return views.is(mark, WordFlags.SPACE_BEFORE) && !views.is(mark + 1, WordFlags.SPACE_BEFORE);
    }

    /** The token after a title that starts here and ends at a quotation mark, or -1 where none does. */
    private int endOfTitle(int from) {
        int limit = Math.min(views.size, from + LONGEST_TITLE_OF_A_WORK + 1);
        int end = from;
        int capitals = 0;
        while (end < limit && views.word[end] != QUOTE) {
            capitals += views.is(end, WordFlags.CAPITAL) ? 1 : 0;
            end++;
        }
        if (end == limit || end == from || !views.is(from, WordFlags.CAPITAL)) {
            return -1;
        }
        int title = end;
        while (title > from + 1 && views.is(title - 1, WordFlags.PUNCTUATION)) {
            title--;
        }
        return capitals * 2 >= title - from ? title : -1;
    }
}
