package org.onrecord.cleaning.passage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds the paragraphs of a pasted item. It tells three layouts apart: paragraphs with blank lines between them,
 * paragraphs of one line each, and wire copy wrapped at a fixed column, whose lines it joins again. It joins two lines
 * only if a sentence plainly goes on in the second; in doubt they stay apart.
 */
public final class Layout {

    private static final int NARROWEST = 45;
    private static final int WIDEST = 110;

    private final List<Line> lines;
    private final int width;
    private final Predicate<Passage> furniture;

    /** By the text of a line, so that equal lines share their words. */
    private final Map<String, PassageWords> words = new HashMap<>();

    private Layout(List<Line> lines, Predicate<Passage> furniture) {
        this.lines = lines;
        this.furniture = furniture;
        this.width = wrapWidth(lines);
    }

    /**
     * @param furniture whether a line, by its words alone, cannot belong to a sentence of the story
     */
    public static List<Passage> passages(List<Line> lines, Predicate<Passage> furniture) {
        return new Layout(lines, furniture).passages();
    }

    private List<Passage> passages() {
        List<Passage> passages = new ArrayList<>();
        int block = 0;
        int start = 0;
        for (int index = 1; index <= lines.size(); index++) {
            boolean runsOn = index < lines.size() && runsOn(lines.get(index - 1), lines.get(index));
            if (!runsOn) {
                passages.add(passage(lines.subList(start, index), block));
                start = index;
            }
            if (index < lines.size() && lines.get(index).startsBlock()) {
                block++;
            }
        }
        return passages;
    }

    private boolean runsOn(Line line, Line next) {
        if (next.startsBlock() || next.isListItem()) {
            return false;
        }
        if (width == 0) {
            return runsOnLowerCase(line, next);
        }
        if (next.indent() > line.indent() && line.endsSentence()) {
            return false;
        }
        return line.isFullBefore(next, width) || runsOnLowerCase(line, next);
    }

    /** A line that begins in lower case continues a sentence, unless it is an entry of a menu. */
    private boolean runsOnLowerCase(Line line, Line next) {
        boolean tooShort = line.text().length() + next.text().length() < 16;
        if (tooShort || !next.startsLowerCase() || line.endsSentence() || line.isListItem()) {
            return false;
        }
        Passage before = passage(line, 0);
        Passage after = passage(next, 0);
        boolean longEnough = before.words() + after.words() >= 8 || after.words() >= 3 && after.endsSentence();
        return longEnough && !furniture.test(before) && !furniture.test(after);
    }

    private Passage passage(Line line, int block) {
        PassageWords shared = words.computeIfAbsent(line.text(), PassageWords::new);
        return new Passage(line.received(), shared, block, line.isListItem(), null);
    }

    private Passage passage(List<Line> lines, int block) {
        Line first = lines.get(0);
        if (lines.size() == 1) {
            return passage(first, block);
        }
        StringBuilder received = new StringBuilder(first.received());
        StringBuilder text = new StringBuilder(first.text());
        for (Line line : lines.subList(1, lines.size())) {
            received.append('\n').append(line.received());
            boolean brokenWord = text.length() > 1
                    && text.charAt(text.length() - 1) == '-'
                    && Character.isLetter(text.charAt(text.length() - 2));
            if (!brokenWord || !Character.isLetterOrDigit(line.text().codePointAt(0))) {
                text.append(' ');
            }
            text.append(line.text());
        }
        return new Passage(received.toString(), text.toString(), block, first.isListItem());
    }

    /**
     * The column at which the lines were wrapped, or 0. Wrapped lines have about the same length, had no room for the
     * next word, and sentences end anywhere in them; a line that is a paragraph ends with the end of a sentence.
     */
    private static int wrapWidth(List<Line> lines) {
        int[] lengths =
                lines.stream().mapToInt(line -> line.text().length()).sorted().toArray();
        if (lengths.length < 3) {
            return 0;
        }
        // A few of many lines may be longer, such as a web address.
        int width = lengths[lengths.length < 20 ? lengths.length - 1 : (lengths.length - 1) * 49 / 50];
        if (width < NARROWEST || width > WIDEST) {
            return 0;
        }
        int breaks = 0;
        int full = 0;
        int sentenceEnds = 0;
        for (int index = 1; index < lines.size(); index++) {
            Line line = lines.get(index - 1);
            if (!lines.get(index).startsBlock()) {
                breaks++;
                full += line.isFullBefore(lines.get(index), width) ? 1 : 0;
                sentenceEnds += line.endsSentence() ? 1 : 0;
            }
        }
        boolean wrapped = breaks >= 2 && full * 10 >= breaks * 6 && sentenceEnds * 10 <= breaks * 4;
        return wrapped ? width : 0;
    }
}
