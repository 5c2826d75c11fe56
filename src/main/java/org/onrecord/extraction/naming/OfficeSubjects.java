package org.onrecord.extraction.naming;

import java.util.BitSet;
import java.util.Set;

/** What an office is for or a conference about: "Minister for Gender, Labour and Social Development". */
final class OfficeSubjects {

    private static final Set<Long> OFFICES = Hash.ofAll("""
            minister | ministers | secretary | secretaries | undersecretary | commissioner | rapporteur | conference
            summit | symposium | seminar | workshop""");
    private static final Set<Long> OF_OFFICES = Hash.ofAll("of | for | on");
    private static final long COMMA = Hash.of(",");
    private static final long AND = Hash.of("and");
    private static final long THE = Hash.of("the");

    private final WordViews views;

    OfficeSubjects(WordViews views) {
        this.views = views;
    }

    /**
     * The words for what an office is for or a conference about: "Minister for Gender, Labour and Social Development".
     * They look like an organisation's name and are none.
     */
    BitSet find() {
        var found = new BitSet(views.size);
        for (int token = 0; token + 2 < views.size; token++) {
            if (OFFICES.contains(views.lower[token]) && OF_OFFICES.contains(views.lower[token + 1])) {
                int from = views.lower[token + 2] == THE ? token + 3 : token + 2;
                found.set(from, endOfSubject(from));
            }
        }
        return found;
    }

    /** Commas belong to it only where an "and" closes the list. */
    private int endOfSubject(int from) {
        int end = endOfCapitals(from);
        int token = end;
        while (token > from && token + 1 < views.size && (views.lower[token] == COMMA || views.lower[token] == AND)) {
            boolean closes = views.lower[token] == AND || views.lower[token + 1] == AND;
            int next = views.lower[token + 1] == AND ? token + 2 : token + 1;
            token = endOfCapitals(next);
            if (token == next) {
                break;
            }
            if (closes) {
                end = token;
            }
        }
        return end;
    }

    private int endOfCapitals(int from) {
        int end = from;
        while (end < views.size && views.is(end, WordFlags.CAPITAL) && !views.is(end, WordFlags.PUNCTUATION)) {
            end++;
        }
        return end;
    }
}
