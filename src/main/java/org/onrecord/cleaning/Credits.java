package org.onrecord.cleaning;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.credit.Byline;
import org.onrecord.cleaning.credit.Dateline;
import org.onrecord.cleaning.credit.PublicationLine;
import org.onrecord.cleaning.passage.NameShape;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Reason;
import org.onrecord.cleaning.passage.Tokens;

/** Reads what stands before the first sentence of the story: standfirst, byline, time of publication. */
final class Credits {

    private final String headline;
    private final SortedPassages passages;

    /** The date at the end of a byline, by the passage of the byline. The date is removed, the byline is not. */
    private final Map<Integer, String> datesInBylines = new HashMap<>();

    private @Nullable String standfirst;
    private @Nullable String byline;
    private @Nullable Instant publishedAt;

    private Credits(String headline, SortedPassages passages) {
        this.headline = headline;
        this.passages = passages;
    }

    /** Reads the credits of an item, marks them as such, and removes date lines and what repeats the headline. */
    static Credits of(String headline, SortedPassages passages) {
        Credits credits = new Credits(headline, passages);
        credits.read();
        return credits;
    }

    @Nullable
    String standfirst() {
        return standfirst;
    }

    @Nullable
    String byline() {
        return byline;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    @Nullable
    String dateInByline(int index) {
        return datesInBylines.get(index);
    }

    private void read() {
        int lead = -1;
        boolean leadPassed = false;
        for (int index = 0; index < passages.size(); index++) {
            Passage passage = passages.at(index);
            if (!passages.isStory(index)) {
                noteTime(passage, passages.reason(index));
            } else if (passage.text().equals(headline)) {
                passages.remove(index, Reason.DUPLICATE);
            } else if (takeCredit(index)) {
                if (lead >= 0 && !leadPassed) {
                    takeStandfirst(lead);
                }
                leadPassed = true;
            } else if (lead < 0 && !leadPassed && mayBeStandfirst(passage)) {
                lead = index;
            } else {
                return;
            }
        }
    }

    private static boolean mayBeStandfirst(Passage passage) {
        return passage.isJudged() && passage.words() <= 60 && passage.words() >= 4;
    }

    /** A paragraph before the byline, unless it quotes somebody: quotes are looked for in the body only. */
    private void takeStandfirst(int index) {
        Passage passage = passages.at(index);
        if (!passage.holdsStatement() && Dateline.of(passage.text()) == null) {
            standfirst = passage.text();
            passages.credit(index);
        }
    }

    private void noteTime(Passage passage, @Nullable Reason reason) {
        if (reason == Reason.DATE && publishedAt == null && !passage.plain().startsWith("updated")) {
            publishedAt = PublicationLine.instant(passage.plain());
        }
    }

    private boolean takeCredit(int index) {
        Passage passage = passages.at(index);
        if (PublicationLine.matches(passage)) {
            passages.remove(index, Reason.DATE);
            noteTime(passage, Reason.DATE);
            return true;
        }
        if (byline == null) {
            return takeByline(index);
        }
        boolean afterCredit = index > 0 && (passages.isCredit(index - 1) || passages.reason(index - 1) == Reason.DATE);
        return afterCredit && takeJob(index);
    }

    private boolean takeByline(int index) {
        boolean labelOnly = passages.at(index).label().equals("by") && passages.exists(index + 1);
        if (labelOnly && Byline.isBareName(passages.at(index + 1)) && !passages.isRemoved(index + 1)) {
            passages.credit(index);
            passages.credit(index + 1);
            byline = passages.at(index + 1).text();
            return true;
        }
        return takeWholeByline(index) || takeBylineWithDate(index) || takeBareName(index);
    }

    private boolean takeWholeByline(int index) {
        String credit = Byline.of(passages.at(index));
        if (credit == null) {
            return false;
        }
        if (PublicationLine.start(credit) > 2) {
            return takeBylineWithDate(index);
        }
        byline = credit;
        passages.credit(index);
        return true;
    }

    /** "By Ana Moreno | Published: 16 September 2022". */
    private boolean takeBylineWithDate(int index) {
        Passage passage = passages.at(index);
        String text = passage.text();
        int start = passage.words() <= 30 ? PublicationLine.start(text) : -1;
        if (start < 3) {
            return false;
        }
        String date = text.substring(start);
        int end = start;
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1)) && text.charAt(end - 1) != ')') {
            end--;
        }
        Passage name = Passage.of(text.substring(0, end), passage.block());
        String credit = Byline.of(name);
        if (credit == null && !isSection(passage, name, date)) {
            return false;
        }
        if (publishedAt == null) {
            publishedAt = PublicationLine.instant(date.toLowerCase(Locale.ROOT));
        }
        if (credit != null) {
            byline = credit;
        }
        if (credit != null
                && name.received().length() < text.length()
                && passage.received().endsWith(date)) {
            passages.credit(index);
            datesInBylines.put(index, date);
        } else {
            passages.remove(index, Reason.DATE);
        }
        return true;
    }

    /** "World News, 16 September 2022": the section of the outlet before the date. */
    private static boolean isSection(Passage passage, Passage section, String date) {
        return passage.words() - Tokens.of(date).size() <= 6
                && Tokens.of(section.text()).stream().allMatch(NameShape::mayBelong)
                && !passage.endsSentence();
    }

    /** A name alone is a credit only if a time or a job stands beside it. */
    private boolean takeBareName(int index) {
        Passage passage = passages.at(index);
        if (!Byline.isBareName(passage)) {
            return false;
        }
        boolean vouched = index > 0 && passages.reason(index - 1) == Reason.DATE;
        if (passages.exists(index + 1)) {
            Passage next = passages.at(index + 1);
            vouched |= PublicationLine.matches(next) || Byline.isJobLine(next);
        }
        if (vouched) {
            byline = passage.text();
            passages.credit(index);
        }
        return vouched;
    }

    private boolean takeJob(int index) {
        Passage passage = passages.at(index);
        if (!Byline.isJobLine(passage)) {
            return false;
        }
        if (passage.text().startsWith("@")) {
            passages.remove(index, Reason.NAVIGATION);
        } else {
            byline = byline + ", " + passage.text();
            passages.credit(index);
        }
        return true;
    }
}
