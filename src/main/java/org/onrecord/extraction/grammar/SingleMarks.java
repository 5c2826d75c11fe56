package org.onrecord.extraction.grammar;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.text.CharSpan;
import org.onrecord.text.Phrases;

/** Pairs single marks, told from apostrophes by what stands beside them. */
final class SingleMarks extends MarkedText {

    /** Words whose first letters an apostrophe stands for: ’em, ’til, rock ’n’ roll. */
    private static final Phrases ELISIONS = Phrases.of("""
            em | tis | twas | til | till | cause | bout | n | round | cos | kay | ere | neath | nuff | tude | gainst
            im | er | ello | ave""");

    SingleMarks(String body) {
        super(body);
    }

    /** The quotations of a paragraph, those between double marks given; of two that overlap the outer one stays. */
    List<Quotation> pair(int from, int to, List<Quotation> doubles) {
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
                singles.add(new Quotation(
                        new CharSpan(opener, closer.best + 1),
                        new CharSpan(opener + 1, closer.best),
                        true,
                        true,
                        false));
            }
        } else if (opener == from && nextParagraphOpens(to, body.charAt(opener))) {
            singles.add(new Quotation(new CharSpan(opener, to), new CharSpan(opener + 1, to), false, true, false));
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
}
