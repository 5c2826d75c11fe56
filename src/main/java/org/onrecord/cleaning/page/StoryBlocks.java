package org.onrecord.cleaning.page;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the blocks of a page among which the story lies. If the page marks the story, they are those of the marked
 * element. If not, they are those of the element with most of the running text, without the boilerplate at its edges as
 * Kohlschütter, Fankhauser and Nejdl tell it by word counts and link densities, "Boilerplate Detection using Shallow
 * Text Features" (WSDM 2010).
 */
final class StoryBlocks {

    private final List<PageBlock> blocks;
    private final List<PageBlocks.Range> ranges;

    /** The running text before each block, so that the running text of a range is a difference. */
    private final int[] prose;

    private StoryBlocks(PageBlocks read) {
        this.blocks = read.blocks();
        this.ranges = read.ranges();
        this.prose = new int[blocks.size() + 1];
        for (int index = 0; index < blocks.size(); index++) {
            prose[index + 1] = prose[index] + blocks.get(index).prose();
        }
    }

    static BitSet of(PageBlocks read) {
        return new StoryBlocks(read).story();
    }

    private BitSet story() {
        BitSet story = marked(element -> PageZones.isBody(element), 4);
        if (story.isEmpty()) {
            story = marked(element -> isNamed(element, "article") || isTypedArticle(element), 4);
        }
        if (story.isEmpty()) {
            story = marked(element -> isNamed(element, "main"), 3);
            if (story.isEmpty()) {
                story.set(0, blocks.size());
            }
            story = dense(story);
        }
        return story;
    }

    private static boolean isNamed(Element element, String name) {
        return element.normalName().equals(name) || element.attr("role").equalsIgnoreCase(name);
    }

    private static boolean isTypedArticle(Element element) {
        return element.attr("itemtype").endsWith("Article");
    }

    /**
     * The blocks of the marked element with most running text, and of those with the same class beside it.
     *
     * @param share one block in so many of the page's running text is enough, if the element holds little text
     */
    private BitSet marked(Predicate<Element> mark, int share) {
        List<PageBlocks.Range> candidates =
                ranges.stream().filter(range -> mark.test(range.element())).toList();
        BitSet marked = new BitSet();
        PageBlocks.@Nullable Range best = null;
        for (PageBlocks.Range range : candidates) {
            best = best == null || proseIn(range) > proseIn(best) ? range : best;
        }
        int whole = prose[blocks.size()];
        if (best == null || proseIn(best) == 0 || proseIn(best) < 200 && proseIn(best) * share < whole) {
            return marked;
        }
        marked.set(best.start(), best.end());
        for (PageBlocks.Range range : candidates) {
            if (proseIn(range) > 0 && isPartOfSameStory(best.element(), range.element())) {
                marked.set(range.start(), range.end());
            }
        }
        return marked;
    }

    /** Some pages break their story into several elements of one class. */
    private static boolean isPartOfSameStory(Element element, Element other) {
        return !element.normalName().equals("article")
                && !element.className().isEmpty()
                && other.className().equals(element.className())
                && element.closest("article") == other.closest("article");
    }

    private int proseIn(PageBlocks.Range range) {
        return prose[range.end()] - prose[range.start()];
    }

    /** The innermost element with four fifths of the running text, from its first block of content to its last. */
    private BitSet dense(BitSet outer) {
        int from = Math.max(outer.nextSetBit(0), 0);
        int to = outer.length();
        int whole = prose[to] - prose[from];
        for (PageBlocks.Range range : ranges) {
            // Ranges come inner before outer: the first that holds enough is the innermost.
            boolean within = range.start() >= from && range.end() <= to;
            if (within && whole > 0 && proseIn(range) * 5 >= whole * 4) {
                from = range.start();
                to = range.end();
                break;
            }
        }
        int first = from;
        while (first < to && !isContent(first)) {
            first++;
        }
        int last = to;
        while (last > first && !isContent(last - 1)) {
            last--;
        }
        BitSet story = new BitSet();
        story.set(first < to ? first : from, first < to ? last : to);
        return story;
    }

    /** The NumWordsRules decision tree of Kohlschütter et al. 2010, algorithm 2, with its published thresholds. */
    private boolean isContent(int index) {
        PageBlock block = blocks.get(index);
        double before = index > 0 ? blocks.get(index - 1).linkDensity() : 0;
        int wordsBefore = index > 0 ? blocks.get(index - 1).words() : 0;
        int wordsAfter = index + 1 < blocks.size() ? blocks.get(index + 1).words() : 0;
        if (block.zone() != null || block.linkDensity() > 0.333333 || block.heading()) {
            return false;
        }
        if (before > 0.555556) {
            return block.words() > 40 || wordsAfter > 17;
        }
        return block.words() > 16 || wordsAfter > 15 || wordsBefore > 4;
    }
}
