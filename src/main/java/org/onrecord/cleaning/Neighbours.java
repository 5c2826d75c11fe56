package org.onrecord.cleaning;

import org.onrecord.cleaning.credit.Byline;
import org.onrecord.cleaning.furniture.Captions;
import org.onrecord.cleaning.furniture.ShareBars;
import org.onrecord.cleaning.furniture.Teasers;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Reason;
import org.onrecord.text.Phrases;

/** Removes passages that are foreign because a removed passage stands beside them. */
final class Neighbours {

    /** The most headlines under one heading. A longer run is the story itself, broken into short lines. */
    private static final int LONGEST_TEASER_LIST = 8;

    /** Labels that stand under the headline they lead to. */
    private static final Phrases LINKS =
            Phrases.of("read more | read full story | see more | view gallery | continue reading");

    private final SortedPassages passages;

    private Neighbours(SortedPassages passages) {
        this.passages = passages;
    }

    static void judge(SortedPassages passages) {
        Neighbours neighbours = new Neighbours(passages);
        for (int index = 0; index < passages.size(); index++) {
            neighbours.removeAround(index);
        }
        neighbours.removeButtons();
        neighbours.removeShouting();
    }

    private void removeAround(int index) {
        Reason reason = passages.reason(index);
        if (reason == Reason.READ_MORE && Teasers.isHeading(passages.at(index))) {
            removeHeadlineBefore(index);
            removeStoriesAfter(index);
        } else if (reason == Reason.CAPTION) {
            removeCaptionAround(index);
        } else if (reason == Reason.PROMO) {
            removeTagged(index);
        }
    }

    private boolean isOpen(int index) {
        return passages.exists(index) && !passages.isRemoved(index);
    }

    private boolean isOpenInBlock(int index, int neighbour) {
        return isOpen(neighbour) && passages.sameBlock(index, neighbour);
    }

    /** The headline of another story, and under it "Read more". */
    private void removeHeadlineBefore(int index) {
        if (LINKS.contains(passages.at(index).label()) && isOpenInBlock(index, index - 1)) {
            Passage before = passages.at(index - 1);
            if (before.isHeadlineLike() && before.words() >= 5 && !before.holdsStatement()) {
                passages.remove(index - 1, Reason.READ_MORE);
            }
        }
    }

    private void removeStoriesAfter(int heading) {
        int end = heading + 1;
        while (end < passages.size() && end - heading <= LONGEST_TEASER_LIST && isStoryOfList(heading, end)) {
            end++;
        }
        boolean apart = end < passages.size() && end > heading + 1 && !passages.sameBlock(heading, heading + 1);
        boolean lone = end == heading + 2 && apart && passages.at(heading + 1).words() < 5;
        for (int index = heading + 1; index < end && !lone; index++) {
            if (!passages.isRemoved(index)) {
                passages.remove(index, Reason.READ_MORE);
            }
        }
    }

    private boolean isStoryOfList(int heading, int index) {
        Passage passage = passages.at(index);
        if (passages.isRemoved(index)) {
            Reason reason = passages.reason(index);
            return reason == Reason.READ_MORE && !Teasers.isHeading(passage) || reason == Reason.PROMO;
        }
        return passage.isHeadlineLike()
                && (passage.words() >= 4 || passage.isListItem() || passages.sameBlock(heading, index))
                && "“\"".indexOf(passage.text().charAt(0)) < 0
                && Byline.of(passage) == null;
    }

    private void removeCaptionAround(int index) {
        Passage passage = passages.at(index);
        if (Captions.isLabelOnly(passage) && isOpenInBlock(index, index + 1)) {
            Passage next = passages.at(index + 1);
            if (next.words() <= 45 && !next.holdsStatement()) {
                passages.remove(index + 1, Reason.CAPTION);
            }
        }
        if (Captions.isCreditOnly(passage) && isOpenInBlock(index, index - 1)) {
            Passage before = passages.at(index - 1);
            if (before.isHeadlineLike() && before.words() <= 30 && !before.holdsStatement()) {
                passages.remove(index - 1, Reason.CAPTION);
            }
        }
    }

    /** A headline with an unknown tag beside one with a known tag. */
    private void removeTagged(int index) {
        for (int neighbour : new int[] {index - 1, index + 1}) {
            if (isOpenInBlock(index, neighbour) && Teasers.mayBeTagged(passages.at(neighbour))) {
                passages.remove(neighbour, Reason.PROMO);
            }
        }
    }

    /** Reads rows of buttons downwards and upwards, because the known button of a row may stand at either end. */
    private void removeButtons() {
        for (int index = 1; index < passages.size(); index++) {
            removeButton(index, index - 1);
        }
        for (int index = passages.size() - 2; index >= 0; index--) {
            removeButton(index, index + 1);
        }
    }

    private void removeButton(int index, int neighbour) {
        Reason beside = passages.reason(neighbour);
        if (beside == null || passages.isRemoved(index)) {
            return;
        }
        boolean bar = beside == Reason.SHARE_BAR || beside == Reason.COMMENTS;
        if (bar && ShareBars.isButton(passages.at(index)) || ShareBars.isCount(passages.at(index))) {
            passages.remove(index, Reason.SHARE_BAR);
        }
    }

    private void removeShouting() {
        for (int index = 1; index < passages.size() - 1; index++) {
            if (isOpen(index)
                    && Teasers.isShouting(passages.at(index))
                    && (passages.isRemoved(index - 1) || passages.at(index - 1).isProse())) {
                passages.remove(index, Reason.PROMO);
            }
        }
    }
}
