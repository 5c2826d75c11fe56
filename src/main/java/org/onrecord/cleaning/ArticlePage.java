package org.onrecord.cleaning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A web page with an article somewhere in it. Where the page says which part is the article, that is believed; where
 * it does not, the part with most of the running text is taken and judged block by block by the word counts and link
 * densities of Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010).
 */
final class ArticlePage {

    private final PageFacts facts;
    private final List<PageBlock> blocks;
    private final List<PageBlocks.Range> ranges;

    /** Running text before each block, so that any range is summed in one step. */
    private final int[] prose;

    private ArticlePage(Document page) {
        this.facts = new PageFacts(page);
        PageBlocks read = PageBlocks.of(page.body());
        this.blocks = read.blocks();
        this.ranges = read.ranges();
        this.prose = new int[blocks.size() + 1];
        for (int index = 0; index < blocks.size(); index++) {
            prose[index + 1] = prose[index] + blocks.get(index).prose();
        }
    }

    static CleanedArticle clean(String html) {
        return new ArticlePage(Jsoup.parse(html)).cleaned();
    }

    private CleanedArticle cleaned() {
        BitSet story = story();
        int headline = headlineBlock(story);
        String title = headline >= 0 ? blocks.get(headline).text() : facts.headline();
        Parts parts = new Parts(headline, story);
        Sieve sieve = Sieve.of(title, parts.passages);
        String body = sieve.body();
        CleanedArticle told = told(title, body);
        if (told != null) {
            return filled(told, parts, sieve.credits());
        }
        CleanedArticle shown =
                new CleanedArticle(title, null, null, sieve.credits().dateline, null, body, sieve.removed());
        return filled(shown, parts, sieve.credits());
    }

    private CleanedArticle filled(CleanedArticle article, Parts parts, Sieve.Credits credits) {
        String byline = parts.byline != null ? parts.byline : credits.byline;
        Instant time = facts.publishedAt();
        return new CleanedArticle(
                article.headline(),
                parts.standfirst != null ? parts.standfirst : credits.standfirst,
                byline != null ? byline : facts.author(),
                article.dateline(),
                time != null ? time : credits.publishedAt,
                facts.canonicalUrl(),
                facts.siteName(),
                facts.language(),
                article.body(),
                article.removed());
    }

    /** The text told to search engines, where the page shows but a part of it. */
    private @Nullable CleanedArticle told(String title, String body) {
        String told = facts.articleBody();
        boolean shownInPart = told.length() > 400 && body.length() * 2 < told.length();
        if (!shownInPart) {
            return null;
        }
        CleanedArticle article = new Cleaner()
                .cleanBody(title, told.indexOf('<') >= 0 ? Jsoup.parse(told).wholeText() : told);
        return article.body().length() > body.length() ? article : null;
    }

    /** The page's blocks sorted into what is over the story, the story, and the rest. */
    private final class Parts {

        private final List<Passage> passages = new ArrayList<>();
        private final BitSet story;
        private final int headline;
        private @Nullable String standfirst;
        private @Nullable String byline;

        Parts(int headline, BitSet story) {
            this.headline = headline;
            this.story = story;
            for (int index = 0; index < blocks.size(); index++) {
                index = take(index);
            }
        }

        /** Takes the block, and the others of its zone; returns the last one taken. */
        private int take(int index) {
            PageBlock block = blocks.get(index);
            if (index == headline) {
                return index;
            }
            if (block.zone() != null) {
                return takeZone(index);
            }
            boolean inside = story.get(index);
            boolean over = !inside && headline >= 0 && index > headline && index < story.nextSetBit(0);
            if ((inside || over) && takeRole(block, index)) {
                return index;
            }
            if (inside) {
                passages.add(block.passage(isLinkedStory(block) ? Reason.READ_MORE : null));
            } else if (over) {
                passages.add(block.passage(overStory(block)));
            } else {
                passages.add(block.passage(outside(block)));
            }
            return index;
        }

        private int takeZone(int index) {
            PageBlock first = blocks.get(index);
            int end = index;
            StringBuilder received = new StringBuilder();
            while (end < blocks.size() && blocks.get(end).zoneId() == first.zoneId()) {
                received.append(received.isEmpty() ? "" : "\n")
                        .append(blocks.get(end).received());
                takeCredit(blocks.get(end));
                end++;
            }
            passages.add(new Passage(received.toString(), received.toString(), first.group(), false, first.zone()));
            return end - 1;
        }

        private void takeCredit(PageBlock block) {
            if (block.role() == PageZones.Role.BYLINE
                    && byline == null
                    && block.zone() != Reason.NAVIGATION
                    && block.zone() != Reason.RELATED
                    && block.zone() != Reason.COMMENTS
                    && block.zone() != Reason.AUTHOR_BIO) {
                String credit = Byline.of(block.passage(null));
                byline = credit;
            }
        }

        /** Whether the block is a part over the story that its place on the page names. */
        private boolean takeRole(PageBlock block, int index) {
            Passage passage = block.passage(null);
            if (block.role() == PageZones.Role.BYLINE && !passage.isProse()) {
                return takeByline(passage);
            }
            boolean first = standfirst == null && story.nextSetBit(0) >= index - 6;
            if (block.role() == PageZones.Role.STANDFIRST && first && passage.words() >= 4) {
                standfirst = passage.text();
                return true;
            }
            if (block.role() == PageZones.Role.TIME && !passage.isProse() && passage.words() <= 20) {
                passages.add(block.passage(Reason.DATE));
                return true;
            }
            return false;
        }

        private boolean takeByline(Passage passage) {
            if (PublicationLine.matches(passage) || passage.reason() != null) {
                return false;
            }
            String credit = Byline.of(passage);
            int date = PublicationLine.start(passage.text());
            if (date > 2) {
                return false;
            }
            if (byline == null) {
                byline = credit != null ? credit : passage.label().equals("by") ? null : passage.text();
                return true;
            }
            if (credit != null && byline.contains(credit)) {
                return true;
            }
            passages.add(new Passage(passage.received(), passage.text(), passage.block(), false, Reason.AUTHOR_BIO));
            return true;
        }
    }

    /** Outside the article everything goes; its words may say more exactly what it is. */
    private static Reason outside(PageBlock block) {
        Passage passage = block.passage(null);
        Reason reason = passage.reason();
        if (reason != null) {
            return reason;
        }
        return AuthorBios.matches(passage, null, List.of()) ? Reason.AUTHOR_BIO : Reason.NAVIGATION;
    }

    /** Between headline and story: prose is the story's first paragraph set apart by its style, or its standfirst. */
    private static @Nullable Reason overStory(PageBlock block) {
        Passage passage = block.passage(null);
        boolean prose = passage.isProse() && block.linkDensity() < 0.4;
        boolean credit = Byline.of(passage) != null
                || PublicationLine.matches(passage)
                || Byline.isBareName(passage)
                || Byline.isJobLine(passage);
        return prose || credit || passage.reason() != null ? null : Reason.NAVIGATION;
    }

    /** A paragraph that is one link and no sentence leads to another story. */
    private static boolean isLinkedStory(PageBlock block) {
        Passage passage = block.passage(null);
        return block.linkDensity() > 0.9
                && !block.heading()
                && passage.words() >= 3
                && ".…".indexOf(passage.finalMark()) < 0
                && !passage.holdsStatement()
                && !passage.reportsSpeech();
    }

    private int headlineBlock(BitSet story) {
        int first = story.nextSetBit(0);
        String wanted = facts.headline().toLowerCase(Locale.ROOT);
        int best = -1;
        int bestScore = -1;
        for (int index = 0; index < blocks.size(); index++) {
            PageBlock block = blocks.get(index);
            if (block.role() == PageZones.Role.HEADLINE && block.zone() == null) {
                int score = common(wanted, block.text().toLowerCase(Locale.ROOT)) * 4
                        + (index <= first || first < 0 ? 2 : 0)
                        + (block.words() >= 3 ? 1 : 0);
                if (score > bestScore) {
                    best = index;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private static int common(String wanted, String text) {
        List<String> words = Tokens.of(wanted.length() > 500 ? "" : wanted);
        List<String> others = Tokens.of(text.length() > 500 ? "" : text);
        return (int) words.stream().filter(others::contains).count();
    }

    /** The blocks among which the story lies. */
    private BitSet story() {
        BitSet story = marked(
                ranges.stream()
                        .filter(range -> PageZones.isBody(range.element()))
                        .toList(),
                4);
        if (story.isEmpty()) {
            story = marked(named("article"), 4);
        }
        if (story.isEmpty()) {
            story = marked(named("main"), 3);
            if (story.isEmpty()) {
                story.set(0, blocks.size());
            }
            story = dense(story);
        }
        return story;
    }

    private List<PageBlocks.Range> named(String name) {
        Predicate<PageBlocks.Range> wanted =
                range -> range.element().normalName().equals(name)
                        || range.element().attr("role").equalsIgnoreCase(name)
                        || name.equals("article")
                                && range.element().attr("itemtype").endsWith("Article");
        return ranges.stream().filter(wanted).toList();
    }

    /** The candidate with most running text and those of its kind beside it; none if it has too little. */
    private BitSet marked(List<PageBlocks.Range> candidates, int share) {
        BitSet marked = new BitSet();
        PageBlocks.Range best = null;
        for (PageBlocks.Range range : candidates) {
            best = best == null || proseIn(range) > proseIn(best) ? range : best;
        }
        int whole = prose[blocks.size()];
        if (best == null || proseIn(best) == 0 || proseIn(best) < 200 && proseIn(best) * share < whole) {
            return marked;
        }
        marked.set(best.start(), best.end());
        if (!best.element().normalName().equals("article")) {
            String kind = best.element().className();
            for (PageBlocks.Range range : candidates) {
                if (!kind.isEmpty()
                        && range.element().className().equals(kind)
                        && proseIn(range) > 0
                        && sameArticle(best.element(), range.element())) {
                    marked.set(range.start(), range.end());
                }
            }
        }
        return marked;
    }

    private static boolean sameArticle(Element first, Element second) {
        Element article = first.closest("article");
        return article == second.closest("article");
    }

    private int proseIn(PageBlocks.Range range) {
        return prose[range.end()] - prose[range.start()];
    }

    /**
     * Narrows down to the innermost element with nearly all the running text, then drops what the shallow text
     * features call boilerplate before the story's first block and after its last.
     */
    private BitSet dense(BitSet outer) {
        int from = outer.nextSetBit(0);
        int to = outer.length();
        int whole = prose[Math.max(to, 0)] - prose[Math.max(from, 0)];
        for (PageBlocks.Range range : ranges) {
            // Ranges come inner before outer: the first that holds enough is the innermost.
            boolean within = range.start() >= from && range.end() <= to;
            if (within && whole > 0 && proseIn(range) * 5 >= whole * 4) {
                from = range.start();
                to = range.end();
                break;
            }
        }
        BitSet story = new BitSet();
        int first = -1;
        int last = -1;
        for (int index = Math.max(from, 0); index < to; index++) {
            if (blocks.get(index).zone() == null && isContent(index)) {
                first = first < 0 ? index : first;
                last = index;
            }
        }
        if (first >= 0) {
            story.set(first, last + 1);
        } else {
            story.set(Math.max(from, 0), Math.max(to, 0));
        }
        return story;
    }

    /** The NumWordsRules decision tree of Kohlschütter et al. 2010, algorithm 2, with its published thresholds. */
    private boolean isContent(int index) {
        PageBlock block = blocks.get(index);
        double before = index > 0 ? blocks.get(index - 1).linkDensity() : 0;
        int wordsBefore = index > 0 ? blocks.get(index - 1).words() : 0;
        int wordsAfter = index + 1 < blocks.size() ? blocks.get(index + 1).words() : 0;
        if (block.linkDensity() > 0.333333 || block.heading()) {
            return false;
        }
        if (before > 0.555556) {
            return block.words() > 40 || wordsAfter > 17;
        }
        return block.words() > 16 || wordsAfter > 15 || wordsBefore > 4;
    }
}
