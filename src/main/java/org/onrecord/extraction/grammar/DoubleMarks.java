package org.onrecord.extraction.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.onrecord.text.CharSpan;

/** Pairs curly, straight, low, angle and typewriter double marks. Straight ones do not nest. */
final class DoubleMarks extends MarkedText {

    private enum Role {
        OPEN,
        CLOSE,
        EITHER
    }

    private List<Quotation> found = List.of();

    /** The double marks of the paragraph at hand: position, width and role. */
    private int[] markAt = new int[16];

    private int[] markWidth = new int[16];
    private Role[] markRole = new Role[16];
    private int marks;

    DoubleMarks(String body) {
        super(body);
    }

    /**
     * The quotations of a paragraph.
     *
     * @param first its first character that is no blank
     * @param nextOpens whether the paragraph behind it opens with a mark
     * @param runningOn whether the paragraph before it ended inside a quotation
     */
    List<Quotation> pair(int first, int to, boolean nextOpens, boolean runningOn) {
        found = new ArrayList<>();
        collect(first, to);
        pairMarks(first, to, nextOpens, runningOn);
        return found;
    }

    private void collect(int from, int to) {
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

    private void pairMarks(int first, int to, boolean nextOpens, boolean runningOn) {
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
                if (runningOn && mark == 0) {
                    // The quotation of the paragraph before goes on here, without a mark of its own.
                    found.add(new Quotation(
                            new CharSpan(first, markAt[mark] + markWidth[mark]),
                            new CharSpan(first, markAt[mark]),
                            true,
                            false,
                            true));
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
            found.add(
                    new Quotation(new CharSpan(start, end), new CharSpan(innerStart, innerEnd), closed, false, false));
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

    private int previousVisible(int at, int from) {
        int index = at - 1;
        while (index > from && isBlank(body.charAt(index))) {
            index--;
        }
        return Math.max(index, from);
    }
}
