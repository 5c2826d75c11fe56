package org.onrecord.cleaning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.furniture.Furniture;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Reason;

/**
 * The passages of one item in order. Each belongs to the story, or is a credit, or is removed for a reason. At first those
 * are removed that are foreign by their place on a page or by their own words.
 */
final class SortedPassages {

    private final List<Passage> passages;
    private final @Nullable Reason[] reasons;
    private final boolean[] credits;

    SortedPassages(List<Passage> passages) {
        this.passages = passages;
        this.reasons = new Reason[passages.size()];
        this.credits = new boolean[passages.size()];
        for (int index = 0; index < passages.size(); index++) {
            Passage passage = passages.get(index);
            reasons[index] = passage.given() != null ? passage.given() : Furniture.reason(passage);
        }
    }

    List<Passage> all() {
        return passages;
    }

    int size() {
        return passages.size();
    }

    Passage at(int index) {
        return passages.get(index);
    }

    boolean exists(int index) {
        return index >= 0 && index < passages.size();
    }

    @Nullable
    Reason reason(int index) {
        return reasons[index];
    }

    boolean isRemoved(int index) {
        return reasons[index] != null;
    }

    boolean isCredit(int index) {
        return credits[index];
    }

    boolean isStory(int index) {
        return reasons[index] == null && !credits[index];
    }

    void remove(int index, Reason reason) {
        reasons[index] = reason;
    }

    void credit(int index) {
        credits[index] = true;
    }

    /** Whether no blank line stands between two neighbours. */
    boolean sameBlock(int first, int second) {
        return passages.get(first).block() == passages.get(second).block();
    }
}
