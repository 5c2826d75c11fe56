package org.onrecord.extraction.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.onrecord.text.Phrases;
import org.onrecord.text.TokenisedText;

/**
 * Pairs the quotation marks of a body, paragraph by paragraph, so that one unbalanced mark spoils at most its own
 * paragraph. Knows curly, straight, low, angle and typewriter (<code>`` ''</code>) marks, British single outer marks
 * among apostrophes, and the convention that a quote running over several paragraphs opens each of them and closes only
 * the last. Time is linear in the length of the body whatever the marks.
 */
public final class QuotationMarks {

    /** Words whose first letters an apostrophe stands for: ’em, ’til, rock ’n’ roll. */
    private static final Phrases ELISIONS = Phrases.of("""
            em | tis | twas | til | till | cause | bout | n | round | cos | kay | ere | neath | nuff | tude | gainst
            im | er | ello | ave""");

    private enum Role {
        OPEN,
        CLOSE,
        EITHER
    }

    private final String body;
    private final List<Quotation> found = new ArrayList<>();

    /** The double marks of the paragraph at hand: position, width and role. */
    private int[] markAt = new int[16];

    private int[] markWidth = new int[16];
    private Role[] markRole = new Role[16];
    private int marks;

    /** Whether the paragraph before ended inside a quotation. */
    private boolean runningOn;

    private QuotationMarks(String body) {
        this.body = body;
    }

    /** The outermost quotations in text order; none crosses a paragraph. */
    public static List<Quotation> pair(TokenisedText text) {
        var marks = new QuotationMarks(text.text());
        for (int paragraph = 0; paragraph < text.paragraphCount(); paragraph++) {
            marks.pairParagraph(text.paragraphStart(paragraph), text.paragraphEnd(paragraph));
        }
        return marks.found;
    }

    private void pairParagraph(int from, int to) {
        int first = skipBlanks(from, to);
        if (first == to) {
            return;
        }
        boolean nextOpens = nextParagraphOpens(to, body.charAt(first));
        int already = found.size();
        collectDoubleMarks(from, to);
        pairDoubleMarks(first, to, nextOpens);
        List<Quotation> doubles = new ArrayList<>(found.subList(already, found.size()));
        found.subList(already, found.size()).clear();
        found.addAll(withSingles(first, to, doubles));
        if (runningOn && found.size() > already && found.get(already).start() == first) {
            found.set(already, found.get(already).continuing());
        }
        runningOn = found.size() > already && !found.get(found.size() - 1).closed();
    }

    // Double marks

    private void collectDoubleMarks(int from, int to) {
        marks = 0;
        for (int index = from; index < to; index++) {
            char mark = body.charAt(index);
            switch (mark) {
                case '“', '‟' -> addMark(index, 1, looksClosing(index, 1, from, to) ? Role.CLOSE : Role.OPEN);
                case '„', '«' -> addMark(index, 1, looksClosing(index, 1, from, to) ? Role.CLOSE : Role.OPEN);
                case '”', '»' -> addMark(index, 1, looksOpening(index, 1, from, to) ? Role.OPEN : Role.CLOSE);
                case '"', '″', '＂' -> {
                    if (!measuresInches(index, from)) {
                        addMark(index, 1, straightRole(index, 1, from, to));
                    }
                }
                case '`', '\'', '’', '‘' -> {
                    if (index + 1 < to && body.charAt(index + 1) == mark && !twinOf(index + 2, to, mark)) {
                        addMark(index, 2, straightRole(index, 2, from, to));
                        index++;
                    }
                }
                default -> {
                    // not a mark
                }
            }
        }
    }

    /** Three in a row are a single mark beside a double one, or somebody's decoration: no double mark. */
    private boolean twinOf(int index, int to, char mark) {
        return index < to && body.charAt(index) == mark;
    }

    private void addMark(int at, int width, Role role) {
        if (marks == markAt.length) {
            markAt = Arrays.copyOf(markAt, marks * 2);
            markWidth = Arrays.copyOf(markWidth, marks * 2);
            markRole = Arrays.copyOf(markRole, marks * 2);
        }
        markAt[marks] = at;
        markWidth[marks] = width;
        markRole[marks++] = role;
    }

    private Role straightRole(int at, int width, int from, int to) {
        boolean opens = opensAfter(at, from);
        boolean closes = closesBefore(at + width, to);
        if (opens == closes) {
            return Role.EITHER;
        }
        return opens ? Role.OPEN : Role.CLOSE;
    }

    /** A mark of the opening shape in the place of a closing one ("“Yes.“ He left"). */
    private boolean looksClosing(int at, int width, int from, int to) {
        return at > from
                && !Character.isWhitespace(body.charAt(at - 1))
                && !isOpeningPunctuation(body.charAt(at - 1))
                && closesBefore(at + width, to);
    }

    /** A mark of the closing shape in the place of an opening one ("said ”Yes”"). */
    private boolean looksOpening(int at, int width, int from, int to) {
        return opensAfter(at, from)
                && at + width < to
                && Character.isLetterOrDigit(body.charAt(at + width))
                && !(at > from && isDash(body.charAt(at - 1)));
    }

    private boolean opensAfter(int at, int from) {
        if (at == from) {
            return true;
        }
        char before = body.charAt(at - 1);
        return isBlank(before) || isOpeningPunctuation(before);
    }

    private boolean closesBefore(int after, int to) {
        if (after >= to) {
            return true;
        }
        char next = body.charAt(after);
        return isBlank(next) || ".,;:!?)]}…-–—’'”".indexOf(next) >= 0;
    }

    /** 6'2" and 12": a measure, no quotation, unless something is open to be closed. */
    private boolean measuresInches(int at, int from) {
        if (at == from || !Character.isDigit(body.charAt(at - 1))) {
            return false;
        }
        int digits = at - 1;
        while (digits > from && Character.isDigit(body.charAt(digits - 1)) && at - digits < 3) {
            digits--;
        }
        return digits > from && "'’′".indexOf(body.charAt(digits - 1)) >= 0;
    }

    private void pairDoubleMarks(int first, int to, boolean nextOpens) {
        int[] surplus = closingSurplus();
        int open = -1;
        int depth = 0;
        for (int mark = 0; mark < marks; mark++) {
            Role role = markRole[mark];
            boolean straight = isStraight(mark);
            if (role == Role.EITHER) {
                role = depth > 0 ? Role.CLOSE : Role.OPEN;
                if (role == Role.OPEN && isInchAfterDigit(mark)) {
                    continue;
                }
            }
            if (role == Role.OPEN && depth == 0) {
                open = mark;
                depth = 1;
            } else if (role == Role.OPEN && straight && isStraight(open)) {
                // Straight marks do not nest: the earlier quotation was never closed.
                add(open, markAt[mark], markAt[mark], true);
                open = mark;
            } else if (role == Role.OPEN) {
                if (surplus[mark] + (nextOpens ? 1 : 0) > depth) {
                    depth++;
                }
            } else if (depth == 0) {
                if (found.isEmpty() && !runningOn) {
                    continue;
                }
                if (runningOn && mark == 0) {
                    // The quotation of the paragraph before goes on here, without a mark of its own.
                    found.add(new Quotation(
                            first, first, markAt[mark], markAt[mark] + markWidth[mark], true, false, true));
                }
            } else if (--depth == 0) {
                add(open, markAt[mark], markAt[mark] + markWidth[mark], true);
            }
        }
        if (depth > 0) {
            addUnclosed(open, first, to);
        }
    }

    private boolean isStraight(int mark) {
        return "\"″＂".indexOf(body.charAt(markAt[mark])) >= 0;
    }

    private boolean isInchAfterDigit(int mark) {
        int at = markAt[mark];
        return isStraight(mark) && at > 0 && Character.isDigit(body.charAt(at - 1));
    }

    private void add(int open, int innerEnd, int end, boolean closed) {
        int start = markAt[open];
        int innerStart = start + markWidth[open];
        if (hasWord(innerStart, innerEnd)) {
            found.add(new Quotation(start, innerStart, innerEnd, end, closed, false, false));
        }
    }

    /**
     * A quotation whose paragraph ends first. Believed where it opens the paragraph, follows a cue's comma or colon or
     * begins with a capital; otherwise the lone mark is somebody's slip.
     */
    private void addUnclosed(int open, int first, int to) {
        int start = markAt[open];
        int innerStart = start + markWidth[open];
        boolean believable = start == first
                || ",:".indexOf(body.charAt(previousVisible(start, first))) >= 0
                || innerStart < to && Character.isUpperCase(body.charAt(innerStart));
        if (believable) {
            add(open, to, to, false);
        }
    }

    /** For each mark, how many more closing than opening marks follow it in the paragraph. */
    private int[] closingSurplus() {
        int[] surplus = new int[marks];
        int balance = 0;
        for (int mark = marks - 1; mark >= 0; mark--) {
            surplus[mark] = balance;
            if (markRole[mark] == Role.CLOSE) {
                balance++;
            } else if (markRole[mark] == Role.OPEN) {
                balance = Math.max(0, balance - 1);
            }
        }
        return surplus;
    }

    // Single marks

    private List<Quotation> withSingles(int from, int to, List<Quotation> doubles) {
        List<Quotation> singles = new ArrayList<>();
        int nextDouble = 0;
        int opener = -1;
        Closer closer = new Closer();
        for (int index = from; index < to; index++) {
            while (nextDouble < doubles.size() && doubles.get(nextDouble).end() <= index) {
                nextDouble++;
            }
            if (nextDouble < doubles.size() && doubles.get(nextDouble).start() <= index) {
                index = doubles.get(nextDouble).end() - 1;
                continue;
            }
            char mark = body.charAt(index);
            if ("‘’'`‚‹›".indexOf(mark) < 0) {
                continue;
            }
            if (opensSingle(index, from, to)
                    && !(opener >= 0 && closer.best < 0 && mark == '\'' && closesSingle(index, from, to) > 0)) {
                settle(opener, closer, from, to, singles);
                opener = index;
                closer = new Closer();
            } else if (opener >= 0) {
                closer.consider(index, closesSingle(index, from, to));
            }
        }
        settle(opener, closer, from, to, singles);
        return merged(doubles, singles, from);
    }

    /** The best closing mark seen so far for one opening mark. */
    private static final class Closer {
        private int best = -1;
        private int strength;

        void consider(int index, int strengthHere) {
            if (strengthHere > strength) {
                best = index;
                strength = strengthHere;
            }
        }
    }

    private void settle(int opener, Closer closer, int from, int to, List<Quotation> singles) {
        if (opener < 0) {
            return;
        }
        if (closer.best >= 0) {
            if (hasWord(opener + 1, closer.best)) {
                singles.add(new Quotation(opener, opener + 1, closer.best, closer.best + 1, true, true, false));
            }
        } else if (opener == from && nextParagraphOpens(to, body.charAt(opener))) {
            singles.add(new Quotation(opener, opener + 1, to, to, false, true, false));
        }
    }

    private boolean opensSingle(int at, int from, int to) {
        char mark = body.charAt(at);
        if (mark == '›' || mark == '’' && at != from) {
            return false;
        }
        if (!opensAfter(at, from) || at + 1 >= to) {
            return false;
        }
        char next = body.charAt(at + 1);
        boolean beginsWords =
                Character.isLetterOrDigit(next) || "“\"…£$€¡¿[(".indexOf(next) >= 0 || Character.isSurrogate(next);
        return beginsWords && !elides(at, to);
    }

    /** ’90s, ’em, ’til: the mark stands for letters left out. */
    private boolean elides(int at, int to) {
        int end = at + 1;
        while (end < to && end - at < 8 && Character.isLetterOrDigit(body.charAt(end))) {
            end++;
        }
        String word = body.substring(at + 1, end);
        if (word.length() >= 2
                && word.length() <= 3
                && Character.isDigit(word.charAt(0))
                && Character.isDigit(word.charAt(1))) {
            return word.length() == 2 || word.charAt(2) == 's';
        }
        return ELISIONS.contains(word) && !(end < to && "’'".indexOf(body.charAt(end)) >= 0 && !word.equals("n"));
    }

    /** 0: no closing mark; 1: perhaps a possessive or a dropped g; 2: after a word; 3: after punctuation. */
    private int closesSingle(int at, int from, int to) {
        char mark = body.charAt(at);
        if (mark != '’' && mark != '\'' && mark != '›' || at == from) {
            return 0;
        }
        char before = body.charAt(at - 1);
        if (isBlank(before) || at + 1 < to && Character.isLetterOrDigit(body.charAt(at + 1))) {
            return 0;
        }
        if (".,!?…".indexOf(before) >= 0) {
            return 3;
        }
        boolean wordFollows = at + 2 < to && isBlank(body.charAt(at + 1)) && Character.isLetter(body.charAt(at + 2));
        boolean droppedG = before == 'n' && at - 2 >= from && body.charAt(at - 2) == 'i';
        if (wordFollows && (before == 's' || before == 'S' || before == 'z' || before == 'x' || droppedG)) {
            return 1;
        }
        return 2;
    }

    /** Double and single quotations together; of two that overlap the outer one stays. */
    private List<Quotation> merged(List<Quotation> doubles, List<Quotation> singles, int from) {
        if (singles.isEmpty()) {
            return doubles;
        }
        List<Quotation> both = new ArrayList<>(doubles);
        both.addAll(singles);
        both.sort((one, other) -> Integer.compare(one.start(), other.start()));
        List<Quotation> outer = new ArrayList<>();
        int reached = from - 1;
        for (Quotation quotation : both) {
            if (quotation.start() >= reached) {
                outer.add(quotation);
                reached = quotation.end();
            }
        }
        return outer;
    }

    // Characters

    private boolean nextParagraphOpens(int end, char like) {
        int next = end;
        while (next < body.length() && (isBlank(body.charAt(next)) || body.charAt(next) == '\n')) {
            next++;
        }
        if (next >= body.length()) {
            return false;
        }
        char mark = body.charAt(next);
        boolean opening = "“\"„«‟".indexOf(mark) >= 0;
        boolean openingSingle = (mark == '‘' || mark == '\'') && mark == like;
        return opening || openingSingle;
    }

    private int skipBlanks(int from, int to) {
        int index = from;
        while (index < to && isBlank(body.charAt(index))) {
            index++;
        }
        return index;
    }

    private int previousVisible(int at, int from) {
        int index = at - 1;
        while (index > from && isBlank(body.charAt(index))) {
            index--;
        }
        return Math.max(index, from);
    }

    private boolean hasWord(int from, int to) {
        for (int index = from; index < to; index++) {
            if (Character.isLetterOrDigit(body.charAt(index)) || Character.isSurrogate(body.charAt(index))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u200B'
                || character == '\uFEFF';
    }

    private static boolean isDash(char character) {
        return character == '-' || character == '–' || character == '—' || character == '―';
    }

    private static boolean isOpeningPunctuation(char character) {
        return "([{“\"‘'„«".indexOf(character) >= 0 || character == '/' || isDash(character) || character == ':';
    }
}
