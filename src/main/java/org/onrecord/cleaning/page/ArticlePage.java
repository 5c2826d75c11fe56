package org.onrecord.cleaning.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.credit.Byline;
import org.onrecord.cleaning.credit.PublicationLine;
import org.onrecord.cleaning.furniture.AuthorBios;
import org.onrecord.cleaning.furniture.Furniture;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Reason;
import org.onrecord.cleaning.passage.Tokens;

/**
 * A web page with an article somewhere in it: what the page says about the article, and the page's text as passages in
 * order. Passages that are foreign because of their place on the page carry their reason.
 */
public final class ArticlePage {

    private final PageFacts facts;
    private final List<PageBlock> blocks;
    private final BitSet story;
    private final int headline;
    private final List<Passage> passages = new ArrayList<>();
    private @Nullable String standfirst;
    private @Nullable String byline;

    private ArticlePage(Document page) {
        PageBlocks read = PageBlocks.of(page.body());
        this.facts = new PageFacts(page);
        this.blocks = read.blocks();
        this.story = StoryBlocks.of(read);
        this.headline = headlineBlock();
        int index = 0;
        while (index < blocks.size()) {
            index = take(index);
        }
    }

    public static ArticlePage of(String html) {
        return new ArticlePage(Jsoup.parse(html));
    }

    /** Empty if the page has none. */
    public String headline() {
        return headline >= 0 ? blocks.get(headline).text() : facts.headline();
    }

    /** Everything but the headline and what is taken for standfirst and byline. */
    public List<Passage> passages() {
        return passages;
    }

    /** The standfirst that the page marks as such, or null. */
    public @Nullable String standfirst() {
        return standfirst;
    }

    /** The byline that the page marks as such, or null. */
    public @Nullable String byline() {
        return byline;
    }

    /** The author that the page names outside its visible text, or null. */
    public @Nullable String author() {
        return facts.author();
    }

    /** The time of publication that the page gives for machines to read, or null. */
    public @Nullable Instant publishedAt() {
        return facts.publishedAt();
    }

    public @Nullable String canonicalUrl() {
        return facts.canonicalUrl();
    }

    public @Nullable String siteName() {
        return facts.siteName();
    }

    public @Nullable String language() {
        return facts.language();
    }

    /** The story's text as the page tells search engines, or null if the text found on the page is half of it or more. */
    public @Nullable String toldBeyond(String found) {
        String told = facts.articleBody();
        if (told.length() <= 400 || found.length() * 2 >= told.length()) {
            return null;
        }
        return told.indexOf('<') >= 0 ? Jsoup.parse(told).wholeText() : told;
    }

    /** The block of an h1 whose words are most like the headline that the page tells search engines, or -1. */
    private int headlineBlock() {
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

    /** Takes the block, or all blocks of its zone, and returns the index of the next. */
    private int take(int index) {
        PageBlock block = blocks.get(index);
        if (index == headline) {
            return index + 1;
        }
        if (block.zone() != null) {
            return takeZone(index, block.zone());
        }
        Passage passage = block.passage();
        boolean inside = story.get(index);
        boolean over = !inside && headline >= 0 && index > headline && index < story.nextSetBit(0);
        if (!(inside || over) || !takeRole(block, passage, index)) {
            Reason reason = inside ? inside(block, passage) : over ? over(block, passage) : outside(passage);
            passages.add(passage.removedFor(reason));
        }
        return index + 1;
    }

    private int takeZone(int index, Reason reason) {
        PageBlock first = blocks.get(index);
        int end = index;
        StringBuilder received = new StringBuilder();
        while (end < blocks.size() && blocks.get(end).zoneId() == first.zoneId()) {
            PageBlock block = blocks.get(end);
            received.append(received.isEmpty() ? "" : "\n").append(block.received());
            if (byline == null && block.role() == PageZones.Role.BYLINE && mayHoldByline(reason)) {
                byline = Byline.of(block.passage());
            }
            end++;
        }
        passages.add(new Passage(received.toString(), received.toString(), first.group(), false, reason));
        return end;
    }

    private static boolean mayHoldByline(Reason zone) {
        return switch (zone) {
            case NAVIGATION, RELATED, COMMENTS, AUTHOR_BIO -> false;
            default -> true;
        };
    }

    /** Takes the block as the part over the story that the page says it is; false if its words say otherwise. */
    private boolean takeRole(PageBlock block, Passage passage, int index) {
        PageZones.Role role = block.role();
        if (role == PageZones.Role.BYLINE && !passage.isProse()) {
            return takeByline(passage);
        }
        boolean first = standfirst == null && story.nextSetBit(0) >= index - 6;
        if (role == PageZones.Role.STANDFIRST && first && passage.words() >= 4) {
            standfirst = passage.text();
            return true;
        }
        if (role == PageZones.Role.TIME && !passage.isProse() && passage.words() <= 20) {
            passages.add(passage.removedFor(Reason.DATE));
            return true;
        }
        return false;
    }

    private boolean takeByline(Passage passage) {
        boolean otherwise = PublicationLine.matches(passage) || Furniture.matches(passage);
        if (otherwise || PublicationLine.start(passage.text()) > 2) {
            return false;
        }
        String credit = Byline.of(passage);
        if (byline == null) {
            byline = credit != null ? credit : passage.label().equals("by") ? null : passage.text();
        } else if (credit == null || !byline.contains(credit)) {
            passages.add(passage.removedFor(Reason.AUTHOR_BIO));
        }
        return true;
    }

    /** In the story a paragraph that is one link and no sentence leads to another story. */
    private static @Nullable Reason inside(PageBlock block, Passage passage) {
        boolean leadsAway = block.linkDensity() > 0.9
                && !block.heading()
                && passage.words() >= 3
                && ".…".indexOf(passage.finalMark()) < 0
                && !passage.holdsStatement()
                && !passage.reportsSpeech();
        return leadsAway ? Reason.READ_MORE : null;
    }

    /** Between headline and story prose is the standfirst, or a first paragraph that the page sets apart. */
    private static @Nullable Reason over(PageBlock block, Passage passage) {
        boolean prose = passage.isProse() && block.linkDensity() < 0.4;
        boolean credit = Byline.of(passage) != null
                || PublicationLine.matches(passage)
                || Byline.isBareName(passage)
                || Byline.isJobLine(passage);
        return prose || credit || Furniture.matches(passage) ? null : Reason.NAVIGATION;
    }

    /** Outside the story everything is removed; its words may give a better reason than its place. */
    private static Reason outside(Passage passage) {
        Reason reason = Furniture.reason(passage);
        if (reason != null) {
            return reason;
        }
        return AuthorBios.matches(passage, null, List.of()) ? Reason.AUTHOR_BIO : Reason.NAVIGATION;
    }
}
