package org.onrecord.cleaning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.credit.Dateline;
import org.onrecord.cleaning.credit.PublicationLine;
import org.onrecord.cleaning.furniture.AuthorBios;
import org.onrecord.cleaning.furniture.Captions;
import org.onrecord.cleaning.furniture.Trailers;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Reason;

/**
 * Separates the passages of one item into story, credits and furniture. It judges each passage first by its own words,
 * then by its neighbours, and last by signs that count only before the first sentence of the story or after its last.
 */
final class Sieve {

    /** Each author note is looked for in the whole story, so that their number must have a limit. */
    private static final int MOST_AUTHOR_NOTES = 8;

    private final SortedPassages passages;
    private final Credits credits;
    private int authorNotes;

    private Sieve(String headline, List<Passage> all) {
        this.passages = new SortedPassages(all);
        Neighbours.judge(passages);
        this.credits = Credits.of(headline, passages);
        judgeTail();
    }

    /** The item with its passages sorted. */
    static CleanedArticle clean(String headline, List<Passage> passages) {
        Sieve sieve = new Sieve(headline, passages);
        return new CleanedArticle(
                headline,
                sieve.credits.standfirst(),
                sieve.credits.byline(),
                sieve.dateline(),
                sieve.credits.publishedAt(),
                sieve.body(),
                sieve.removed());
    }

    /** From the last passage upwards, as long as there is nothing but furniture. */
    private void judgeTail() {
        for (int index = passages.size() - 1; index >= 0; index--) {
            if (passages.isStory(index)) {
                Reason reason = reasonAtEnd(passages.at(index));
                if (reason == null) {
                    return;
                }
                passages.remove(index, reason);
            }
        }
    }

    private @Nullable Reason reasonAtEnd(Passage passage) {
        if (!passage.isJudged()) {
            return null;
        }
        if (Trailers.matchesAtEnd(passage)) {
            return Reason.TRAILER;
        }
        if (PublicationLine.matches(passage)) {
            return Reason.DATE;
        }
        boolean note = authorNotes < MOST_AUTHOR_NOTES && AuthorBios.matches(passage, credits.byline(), passages.all());
        authorNotes += note ? 1 : 0;
        return note ? Reason.AUTHOR_BIO : null;
    }

    private @Nullable String dateline() {
        for (int index = 0; index < passages.size(); index++) {
            if (passages.isStory(index)) {
                return Dateline.of(passages.at(index).text());
            }
        }
        return null;
    }

    /** The paragraphs of the story; items of a list are lines of one paragraph. */
    private String body() {
        StringBuilder body = new StringBuilder();
        @Nullable Passage before = null;
        for (int index = 0; index < passages.size(); index++) {
            if (!passages.isStory(index)) {
                continue;
            }
            Passage passage = passages.at(index);
            if (before != null) {
                boolean list = before.isListItem() && passage.isListItem() && before.block() == passage.block();
                body.append(list ? "\n" : "\n\n");
            }
            int credit = Captions.creditStart(passage);
            body.append(credit > 0 ? passage.text().substring(0, credit).strip() : passage.text());
            before = passage;
        }
        return body.toString();
    }

    private List<Removed> removed() {
        List<Removed> removed = new ArrayList<>();
        for (int index = 0; index < passages.size(); index++) {
            Passage passage = passages.at(index);
            Reason reason = passages.reason(index);
            String date = credits.dateInByline(index);
            if (reason != null) {
                removed.add(new Removed(passage.received(), reason.word()));
            } else if (date != null) {
                removed.add(new Removed(date, Reason.DATE.word()));
            } else if (!passages.isCredit(index) && Captions.creditStart(passage) > 0) {
                removed.add(
                        new Removed(passage.text().substring(Captions.creditStart(passage)), Reason.CAPTION.word()));
            }
        }
        return removed;
    }
}
