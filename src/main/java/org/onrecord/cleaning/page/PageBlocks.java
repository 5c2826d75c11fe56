package org.onrecord.cleaning.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.furniture.Furniture;
import org.onrecord.cleaning.passage.Layout;
import org.onrecord.cleaning.passage.Line;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Reason;
import org.onrecord.text.StoredText;

/** Reads the visible text of a page as blocks, in one pass over its elements. */
final class PageBlocks implements NodeVisitor {

    /** An element and its blocks, {@code [start, end)}. */
    record Range(Element element, int start, int end) {}

    /** Elements that HTML counts as inline and that browsers show on lines of their own. */
    private static final Set<String> BREAKING =
            Set.of("td", "th", "caption", "button", "summary", "details", "label", "picture", "figcaption", "img");

    /** Elements that mark words within a sentence. */
    private static final Set<String> PHRASES =
            Set.of("a", "b", "strong", "em", "i", "u", "mark", "q", "cite", "abbr", "sup", "sub", "font", "small");

    private final Zoning zoning;
    private final List<PageBlock> blocks = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();
    private final Deque<Frame> open = new ArrayDeque<>();
    private final StringBuilder buffer = new StringBuilder();
    private int linked;
    private int groups;
    private int zones;

    /** What applies to all text within an open element; {@code start} is the number of blocks before it. */
    private record Frame(
            int start,
            boolean breaks,
            boolean unseen,
            boolean link,
            boolean preformatted,
            boolean heading,
            boolean item,
            int group,
            @Nullable Reason zone,
            int zoneId,
            PageZones.@Nullable Role role) {

        Frame from(int block) {
            return new Frame(block, breaks, unseen, link, preformatted, heading, item, group, zone, zoneId, role);
        }
    }

    private PageBlocks(Zoning zoning) {
        this.zoning = zoning;
    }

    static PageBlocks of(Element root) {
        PageBlocks blocks = new PageBlocks(new Zoning(TextWeights.of(root)));
        root.traverse(blocks);
        return blocks;
    }

    List<PageBlock> blocks() {
        return blocks;
    }

    /** Every block element that holds text, inner elements before outer ones. */
    List<Range> ranges() {
        return ranges;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text);
        } else if (node instanceof Element element) {
            Frame frame = frame(element);
            if (element.normalName().equals("br")) {
                buffer.append('\n');
            } else if (frame.breaks) {
                flush();
            } else if (followsSpan(element)) {
                buffer.append(' ');
            }
            open.push(frame.from(blocks.size()));
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (open.element().breaks) {
                flush();
            }
            Frame frame = open.pop();
            if (frame.breaks && blocks.size() > frame.start) {
                ranges.add(new Range(element, frame.start, blocks.size()));
            }
        }
    }

    /** Neighbouring spans outside a paragraph need a blank: on the page their style separates them. */
    private static boolean followsSpan(Element element) {
        boolean beside = element.normalName().equals("span")
                && element.previousSibling() instanceof Element before
                && before.normalName().equals("span");
        return beside
                && element.parent() != null
                && !element.parent().normalName().equals("p");
    }

    /** Whether the element begins and ends a block: as blocks of HTML do, and inline elements outside the sentence. */
    private static boolean breaks(Element element, boolean zoned, boolean hasRole) {
        String name = element.normalName();
        if (name.equals("br")) {
            return false;
        }
        return element.isBlock()
                || BREAKING.contains(name)
                || zoned && !PHRASES.contains(name)
                || hasRole && standsAlone(element);
    }

    /** Whether no words stand directly before and after it, as with "By Ana Moreno" and the time in two spans. */
    private static boolean standsAlone(Element element) {
        boolean inParagraph =
                element.parent() != null && element.parent().normalName().equals("p");
        return !inParagraph
                && !PHRASES.contains(element.normalName())
                && !isWords(element.previousSibling())
                && !isWords(element.nextSibling());
    }

    private static boolean isWords(@Nullable Node node) {
        return node instanceof TextNode text && !text.isBlank();
    }

    private Frame frame(Element element) {
        Frame outer = open.peek();
        String name = element.normalName();
        boolean inner = outer != null;
        Reason zone = inner ? outer.zone : null;
        int zoneId = inner ? outer.zoneId : 0;
        boolean quotation = name.equals("blockquote") && zone == Reason.CAPTION && !PageZones.isPullQuote(element);
        if (quotation) {
            zone = null;
            zoneId = 0;
        } else if (zone == null) {
            zone = zoning.zone(element);
            zoneId = zone == null ? 0 : ++zones;
        }
        PageZones.Role role = inner && outer.role != null ? outer.role : zoning.role(element);
        boolean list = List.of("ul", "ol", "dl").contains(name);
        return new Frame(
                blocks.size(),
                breaks(element, zone != null && (!inner || outer.zoneId != zoneId), role != null),
                inner && outer.unseen || PageZones.isUnseen(element),
                inner && outer.link || name.equals("a") && element.hasAttr("href"),
                inner && outer.preformatted || name.equals("pre"),
                inner && outer.heading || isHeading(name),
                inner && outer.item && !list || isItem(element),
                list || !inner ? ++groups : outer.group,
                zone,
                zoneId,
                role);
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    /** Whether it is an item of a list with at most one paragraph; an item with more is a part of the story. */
    private static boolean isItem(Element element) {
        return List.of("li", "dt", "dd").contains(element.normalName())
                && element.children().stream()
                                .filter(child -> child.normalName().equals("p"))
                                .count()
                        <= 1;
    }

    private void append(TextNode node) {
        Frame frame = open.peek();
        if (frame == null || frame.unseen) {
            return;
        }
        String text = node.getWholeText();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean lineEnd = character == '\n' || character == '\r';
            buffer.append(lineEnd && !frame.preformatted ? ' ' : character);
        }
        linked += frame.link ? text.strip().length() : 0;
    }

    private void flush() {
        if (buffer.isEmpty()) {
            return;
        }
        String text = buffer.toString();
        Frame frame = open.peek();
        buffer.setLength(0);
        int links = linked;
        linked = 0;
        if (frame == null || StoredText.line(text).isEmpty()) {
            return;
        }
        if (text.indexOf('\n') < 0) {
            add(frame, text, frame.item ? frame.group : ++groups, frame.item, links);
            return;
        }
        List<Line> lines = Line.of(text);
        if (frame.preformatted) {
            for (Passage passage : Layout.passages(lines, Furniture::matches)) {
                add(frame, passage.received(), passage.text(), ++groups, false, 0);
            }
        } else {
            addLines(frame, lines, links);
        }
    }

    /** Two line breaks in a row end a paragraph; a single one does so only if all lines read like paragraphs. */
    private void addLines(Frame frame, List<Line> lines, int links) {
        boolean paragraphs = lines.stream().allMatch(line -> line.text().length() >= 60 && line.endsSentence());
        int group = ++groups;
        int perLine = links / lines.size();
        for (int index = 0; index < lines.size(); index++) {
            Line line = lines.get(index);
            group = line.startsBlock() || paragraphs ? ++groups : group;
            boolean alone = lines.size() == 1
                    || line.startsBlock()
                            && (index + 1 == lines.size()
                                    || lines.get(index + 1).startsBlock());
            add(frame, line.received(), line.text(), group, !alone && !paragraphs, perLine);
        }
    }

    private void add(Frame frame, String text, int group, boolean line, int links) {
        StringBuilder received = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean blank = character == ' ' || character == '\t';
            if (!blank || received.length() > 0 && received.charAt(received.length() - 1) != ' ') {
                received.append(blank ? ' ' : character);
            }
        }
        add(frame, Line.strip(received.toString()), StoredText.line(text), group, line, links);
    }

    private void add(Frame frame, String received, String text, int group, boolean line, int links) {
        blocks.add(
                new PageBlock(received, text, group, line, links, frame.heading, frame.zone, frame.zoneId, frame.role));
    }
}
