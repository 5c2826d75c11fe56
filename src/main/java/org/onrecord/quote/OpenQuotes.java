package org.onrecord.quote;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.extraction.FoundQuote;
import org.onrecord.text.Span;

/** The quotes found in a text that are not yet known to be one of those the article has. */
final class OpenQuotes {

    /**
     * One of them.
     *
     * @param number its place among all that were found
     */
    record Open(int number, FoundQuote found, Wording wording) {}

    /** By their words, and by where they start; those that start together in the order found. */
    private final Map<String, NavigableMap<Integer, Deque<Open>>> byWords = new HashMap<>();

    /**
     * @param taken the code points of quotes a person decided on: what was found there is none of its own
     * @param wording says the words of a found quote
     */
    OpenQuotes(List<FoundQuote> found, BitSet taken, Function<FoundQuote, Wording> wording) {
        for (int i = 0; i < found.size(); i++) {
            Span extent = found.get(i).extent();
            int next = taken.nextSetBit(extent.start());
            if (next < 0 || next >= extent.end()) {
                add(new Open(i, found.get(i), wording.apply(found.get(i))));
            }
        }
    }

    private void add(Open open) {
        byWords.computeIfAbsent(open.wording().content(), words -> new TreeMap<>())
                .computeIfAbsent(open.wording().start(), start -> new ArrayDeque<>())
                .add(open);
    }

    /** Takes the one of these words that starts nearest to a place; of two equally near the one found first. */
    Optional<Open> takeNearest(String words, int start) {
        NavigableMap<Integer, Deque<Open>> same = byWords.get(words);
        if (same == null) {
            return Optional.empty();
        }
        Open nearest = nearer(first(same.floorEntry(start)), first(same.higherEntry(start)), start);
        int where = nearest.wording().start();
        same.computeIfPresent(where, (at, left) -> {
            left.remove();
            return left.isEmpty() ? null : left;
        });
        byWords.computeIfPresent(words, (key, left) -> left.isEmpty() ? null : left);
        return Optional.of(nearest);
    }

    private static @Nullable Open first(Map.@Nullable Entry<Integer, Deque<Open>> entry) {
        return entry == null ? null : entry.getValue().element();
    }

    private static Open nearer(@Nullable Open before, @Nullable Open after, int start) {
        if (before == null) {
            return Objects.requireNonNull(after);
        }
        if (after == null) {
            return before;
        }
        int farther = (start - before.wording().start()) - (after.wording().start() - start);
        return farther < 0 || (farther == 0 && before.number() < after.number()) ? before : after;
    }

    /** Those that nobody took, in the order found. */
    List<Open> left() {
        List<Open> left = new ArrayList<>();
        byWords.values().forEach(places -> places.values().forEach(left::addAll));
        left.sort(Comparator.comparingInt(Open::number));
        return left;
    }
}
