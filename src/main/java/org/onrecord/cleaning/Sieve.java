package org.onrecord.cleaning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.text.Phrases;

/**
 * Separates the passages of one item into story, credits and furniture: first by each passage's own words, then by its
 * neighbours, then by what only counts before the story's first sentence or after its last.
 */
final class Sieve {

    /** Stories under one heading; more than this is the story itself, badly broken. */
    private static final int LONGEST_TEASER_LIST = 8;

    private static final int MOST_AUTHOR_NOTES = 8;

    /** Labels that stand under the headline they lead to. */
    private static final Phrases LINKS =
            Phrases.of("read more | read full story | see more | view gallery | continue reading");

    private final String headline;
    private final List<Passage> passages;
    private final @Nullable Reason[] reasons;
    private final boolean[] credits;
    private final Credits found = new Credits();
    private int authorNotes;

    /** By passage: the date at the end of a byline, which leaves the byline. */
    private final Map<Integer, String> dateParts = new HashMap<>();

    /** What stands over the story and is kept apart from its body. */
    static final class Credits {
        @Nullable
        String standfirst;

        @Nullable
        String byline;

        @Nullable
        String dateline;

        @Nullable
        Instant publishedAt;
    }

    private Sieve(String headline, List<Passage> passages) {
        this.headline = headline;
        this.passages = passages;
        this.reasons = new Reason[passages.size()];
        this.credits = new boolean[passages.size()];
    }

    static Sieve of(String headline, List<Passage> passages) {
        Sieve sieve = new Sieve(headline, passages);
        sieve.judgeEach();
        sieve.judgeByNeighbours();
        sieve.judgeHead();
        sieve.judgeTail();
        sieve.findDateline();
        return sieve;
    }

    Credits credits() {
        return found;
    }

    private void judgeEach() {
        for (int index = 0; index < passages.size(); index++) {
            Reason given = passages.get(index).given();
            reasons[index] = given != null ? given : passages.get(index).reason();
        }
    }

    private void judgeByNeighbours() {
        for (int index = 0; index < passages.size(); index++) {
            Passage passage = passages.get(index);
            if (reasons[index] == Reason.READ_MORE && Teasers.isHeading(passage)) {
                takeHeadlineBefore(index);
                takeStoriesAfter(index);
            } else if (reasons[index] == Reason.CAPTION) {
                takeCaptionAround(index);
            } else if (reasons[index] == Reason.PROMO) {
                takeTagged(index);
            }
        }
        takeButtons();
        takeShouting();
    }

    /** "Headline of another story", and under it "Read more". */
    private void takeHeadlineBefore(int index) {
        boolean link = LINKS.contains(passages.get(index).label());
        if (link && index > 0 && reasons[index - 1] == null && sameBlock(index - 1, index)) {
            Passage before = passages.get(index - 1);
            if (before.isHeadlineLike() && before.words() >= 5 && !before.holdsStatement()) {
                reasons[index - 1] = Reason.READ_MORE;
            }
        }
    }

    private void takeStoriesAfter(int heading) {
        int end = heading + 1;
        while (end < passages.size() && end - heading <= LONGEST_TEASER_LIST && isStoryOfList(heading, end)) {
            end++;
        }
        boolean apart = end < passages.size() && end > heading + 1 && !sameBlock(heading, heading + 1);
        boolean lone = end == heading + 2 && apart && passages.get(heading + 1).words() < 5;
        for (int index = heading + 1; index < end && !lone; index++) {
            reasons[index] = reasons[index] == null ? Reason.READ_MORE : reasons[index];
        }
    }

    private boolean isStoryOfList(int heading, int index) {
        Passage passage = passages.get(index);
        if (reasons[index] != null) {
            return reasons[index] == Reason.READ_MORE && !Teasers.isHeading(passage) || reasons[index] == Reason.PROMO;
        }
        return passage.isHeadlineLike()
                && (passage.words() >= 4 || passage.isListItem() || sameBlock(heading, index))
                && !startsWithQuoteMark(passage.text())
                && Byline.of(passage) == null;
    }

    private static boolean startsWithQuoteMark(String text) {
        return "“\"".indexOf(text.charAt(0)) >= 0;
    }

    private void takeCaptionAround(int index) {
        Passage passage = passages.get(index);
        if (Captions.isLabelOnly(passage) && index + 1 < passages.size() && reasons[index + 1] == null) {
            Passage next = passages.get(index + 1);
            if (next.words() <= 45 && !next.holdsStatement() && sameBlock(index, index + 1)) {
                reasons[index + 1] = Reason.CAPTION;
            }
        }
        if (Captions.isCreditOnly(passage) && index > 0 && reasons[index - 1] == null && sameBlock(index - 1, index)) {
            Passage before = passages.get(index - 1);
            if (before.isHeadlineLike() && before.words() <= 30 && !before.holdsStatement()) {
                reasons[index - 1] = Reason.CAPTION;
            }
        }
    }

    /** An unknown tag beside a known one. */
    private void takeTagged(int index) {
        for (int neighbour : new int[] {index - 1, index + 1}) {
            boolean inside = neighbour >= 0 && neighbour < passages.size() && reasons[neighbour] == null;
            if (inside && sameBlock(neighbour, index) && Teasers.mayBeTagged(passages.get(neighbour))) {
                reasons[neighbour] = Reason.PROMO;
            }
        }
    }

    private void takeButtons() {
        for (int index = 1; index < passages.size(); index++) {
            takeButton(index, index - 1);
        }
        for (int index = passages.size() - 2; index >= 0; index--) {
            takeButton(index, index + 1);
        }
    }

    private void takeButton(int index, int neighbour) {
        boolean besideBar = reasons[neighbour] == Reason.SHARE_BAR || reasons[neighbour] == Reason.COMMENTS;
        boolean button = besideBar && ShareBars.isButton(passages.get(index));
        boolean count = reasons[neighbour] != null && ShareBars.isCount(passages.get(index));
        if (reasons[index] == null && (button || count)) {
            reasons[index] = Reason.SHARE_BAR;
        }
    }

    private void takeShouting() {
        for (int index = 1; index < passages.size() - 1; index++) {
            if (reasons[index] == null && Teasers.isShouting(passages.get(index)) && proseBefore(index)) {
                reasons[index] = Reason.PROMO;
            }
        }
    }

    private boolean proseBefore(int index) {
        return reasons[index - 1] != null || passages.get(index - 1).isProse();
    }

    private boolean sameBlock(int first, int second) {
        return passages.get(first).block() == passages.get(second).block();
    }

    /** Everything before the first sentence of the story: credits, times, what repeats the headline. */
    private void judgeHead() {
        int lead = -1;
        int index = 0;
        for (; index < passages.size(); index++) {
            Passage passage = passages.get(index);
            if (reasons[index] != null || credits[index]) {
                noteTime(passage, reasons[index]);
                continue;
            }
            if (passage.text().equals(headline)) {
                reasons[index] = Reason.DUPLICATE;
            } else if (takeCredit(index)) {
                if (lead >= 0) {
                    standApart(lead);
                }
                lead = Integer.MAX_VALUE;
            } else if (lead == -1 && mayBeStandfirst(passage)) {
                lead = index;
            } else {
                break;
            }
        }
    }

    private static boolean mayBeStandfirst(Passage passage) {
        return passage.isJudged() && passage.words() <= 60 && passage.words() >= 4;
    }

    /** Only what quotes nobody leaves the body: a statement is always found in it. */
    private void standApart(int lead) {
        if (lead < passages.size()
                && !passages.get(lead).holdsStatement()
                && Dateline.of(passages.get(lead).text()) == null) {
            found.standfirst = passages.get(lead).text();
            credits[lead] = true;
        }
    }

    private void noteTime(Passage passage, @Nullable Reason reason) {
        if (reason == Reason.DATE
                && found.publishedAt == null
                && !passage.plain().startsWith("updated")) {
            found.publishedAt = PublicationLine.instant(passage.plain());
        }
    }

    private boolean takeCredit(int index) {
        Passage passage = passages.get(index);
        if (PublicationLine.matches(passage)) {
            reasons[index] = Reason.DATE;
            noteTime(passage, Reason.DATE);
            return true;
        }
        if (found.byline == null && takeByline(index)) {
            return true;
        }
        return found.byline != null
                && index > 0
                && (credits[index - 1] || reasons[index - 1] == Reason.DATE)
                && takeJob(index);
    }

    private boolean takeByline(int index) {
        Passage passage = passages.get(index);
        boolean labelOnly = passage.label().equals("by") && index + 1 < passages.size();
        if (labelOnly && Byline.isBareName(passages.get(index + 1)) && reasons[index + 1] == null) {
            credits[index] = true;
            credits[index + 1] = true;
            found.byline = passages.get(index + 1).text();
            reasons[index] = null;
            return true;
        }
        return takeWholeByline(index) || takeBylineWithDate(index) || takeBareName(index);
    }

    private boolean takeWholeByline(int index) {
        String credit = Byline.of(passages.get(index));
        if (credit == null) {
            return false;
        }
        int date = PublicationLine.start(credit);
        if (date > 2) {
            return takeBylineWithDate(index);
        }
        found.byline = credit;
        credits[index] = true;
        return true;
    }

    /** "By Ana Moreno | Published: 16 September 2022". */
    private boolean takeBylineWithDate(int index) {
        Passage passage = passages.get(index);
        String text = passage.text();
        int date = passage.words() <= 30 ? PublicationLine.start(text) : -1;
        if (date < 3) {
            return false;
        }
        int end = date;
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1)) && text.charAt(end - 1) != ')') {
            end--;
        }
        Passage name = Passage.of(text.substring(0, end), passage.block());
        String credit = Byline.of(name);
        boolean section = credit == null
                && passage.words() - Tokens.of(text.substring(date)).size() <= 6
                && Tokens.of(name.text()).stream().allMatch(Names::mayBelong)
                && !passage.endsSentence();
        if (credit == null && !section) {
            return false;
        }
        if (found.publishedAt == null) {
            found.publishedAt = PublicationLine.instant(text.substring(date).toLowerCase(Locale.ROOT));
        }
        if (credit != null
                && name.received().length() < text.length()
                && passage.received().endsWith(text.substring(date))) {
            found.byline = credit;
            credits[index] = true;
            dateParts.put(index, text.substring(date));
        } else if (credit != null) {
            found.byline = credit;
            reasons[index] = Reason.DATE;
        } else {
            reasons[index] = Reason.DATE;
        }
        return true;
    }

    /** A name alone is a credit only where a time or a job stands beside it. */
    private boolean takeBareName(int index) {
        Passage passage = passages.get(index);
        if (!Byline.isBareName(passage)) {
            return false;
        }
        boolean dateBefore = index > 0 && reasons[index - 1] == Reason.DATE;
        boolean vouched = dateBefore;
        if (index + 1 < passages.size()) {
            Passage next = passages.get(index + 1);
            vouched |= PublicationLine.matches(next) || Byline.isJobLine(next);
        }
        if (vouched) {
            found.byline = passage.text();
            credits[index] = true;
        }
        return vouched;
    }

    private boolean takeJob(int index) {
        Passage passage = passages.get(index);
        if (!Byline.isJobLine(passage)) {
            return false;
        }
        if (passage.text().startsWith("@")) {
            reasons[index] = Reason.NAVIGATION;
        } else {
            found.byline = found.byline + ", " + passage.text();
            credits[index] = true;
        }
        return true;
    }

    /** From the last passage up, as long as there is nothing but furniture. */
    private void judgeTail() {
        for (int index = passages.size() - 1; index >= 0; index--) {
            if (reasons[index] != null || credits[index]) {
                continue;
            }
            Passage passage = passages.get(index);
            if (!passage.isJudged() || !judgeAtEnd(index, passage)) {
                return;
            }
        }
    }

    private boolean judgeAtEnd(int index, Passage passage) {
        if (Trailers.matchesAtEnd(passage)) {
            reasons[index] = Reason.TRAILER;
        } else if (PublicationLine.matches(passage)) {
            reasons[index] = Reason.DATE;
        } else if (authorNotes < MOST_AUTHOR_NOTES && AuthorBios.matches(passage, found.byline, passages)) {
            // Each note is looked for in the whole story, so there must not be too many.
            reasons[index] = Reason.AUTHOR_BIO;
            authorNotes++;
        }
        return reasons[index] != null;
    }

    private void findDateline() {
        for (int index = 0; index < passages.size(); index++) {
            if (reasons[index] == null && !credits[index]) {
                found.dateline = Dateline.of(passages.get(index).text());
                return;
            }
        }
    }

    /** The story's paragraphs; items of a list are lines of one paragraph. */
    String body() {
        StringBuilder body = new StringBuilder();
        @Nullable Passage before = null;
        for (int index = 0; index < passages.size(); index++) {
            Passage passage = passages.get(index);
            if (reasons[index] != null || credits[index]) {
                continue;
            }
            if (before != null) {
                boolean list = before.isListItem() && passage.isListItem() && before.block() == passage.block();
                body.append(list ? "\n" : "\n\n");
            }
            body.append(withoutCredit(passage));
            before = passage;
        }
        return body.toString();
    }

    private static String withoutCredit(Passage passage) {
        int start = creditStart(passage);
        return start > 0 ? passage.text().substring(0, start).strip() : passage.text();
    }

    private static int creditStart(Passage passage) {
        return passage.isJudged() ? Captions.creditStart(passage) : -1;
    }

    List<Removed> removed() {
        List<Removed> removed = new ArrayList<>();
        for (int index = 0; index < passages.size(); index++) {
            Passage passage = passages.get(index);
            Reason reason = reasons[index];
            if (reason != null) {
                removed.add(new Removed(passage.received(), reason.word()));
            } else if (dateParts.containsKey(index)) {
                removed.add(new Removed(dateParts.get(index), Reason.DATE.word()));
            } else if (!credits[index] && creditStart(passage) > 0) {
                removed.add(new Removed(passage.text().substring(creditStart(passage)), Reason.CAPTION.word()));
            }
        }
        return removed;
    }
}
