package org.onrecord.extraction.grammar;

import java.util.List;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.naming.Name;
import org.onrecord.text.TokenisedText;

/**
 * Where the story begins behind a dateline: "PORT ELLERY, Sept. 3 (Reuters) - The harbour …". The dateline is nobody's
 * words, so the writer's first sentence starts after it. Told by a place in capitals before a dash, by one that is known for
 * a place before a colon ("PORT ELLERY: The harbour …"; other capitals there are a speaker's), or by a place before an
 * agency in brackets.
 */
final class OpeningDateline {

    /** A credit line or two may stand above the first paragraph. */
    private static final int PARAGRAPHS = 3;

    private static final int LONGEST = 16;
    private static final int LONGEST_AGENCY = 3;

    private final TokenisedText text;
    private final List<Name> names;

    private OpeningDateline(TokenisedText text, List<Name> names) {
        this.text = text;
        this.names = names;
    }

    /**
     * The first token of the story behind the dateline, or -1 where the text opens with none.
     *
     * @param names in text order
     */
    static int endIn(TokenisedText text, List<Name> names) {
        for (int paragraph = 0; paragraph < Math.min(PARAGRAPHS, text.paragraphCount()); paragraph++) {
            int end = new OpeningDateline(text, names)
                    .end(text.paragraphFirstToken(paragraph), text.paragraphEndToken(paragraph));
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    private int end(int from, int paragraphEnd) {
        int limit = Math.min(paragraphEnd - 1, from + LONGEST);
        for (int token = from; token < limit; token++) {
            if (token > from && isDash(token) && text.spaceBefore(token + 1)) {
                return isShouted(from) && opensSentence(token + 1) ? token + 1 : -1;
            }
            if (token > from && text.tokenIs(token, ":") && text.spaceBefore(token + 1)) {
                return isShouted(from) && isPlace(from) && opensSentence(token + 1) ? token + 1 : -1;
            }
            if (token > from && text.tokenIs(token, "(")) {
                return behindAgency(token, limit);
            }
            if (!mayStandInside(token)) {
                return -1;
            }
        }
        return -1;
    }

    private int behindAgency(int bracket, int limit) {
        int close = bracket + 1;
        while (close < limit && close <= bracket + LONGEST_AGENCY && Character.isUpperCase(text.firstChar(close))) {
            close++;
        }
        if (close == bracket + 1 || close >= limit || !text.tokenIs(close, ")")) {
            return -1;
        }
        int next = close + 1;
        if (next < limit && (isDash(next) || text.tokenIs(next, ":"))) {
            next++;
        }
        return opensSentence(next) ? next : -1;
    }

    private boolean mayStandInside(int token) {
        char first = text.firstChar(token);
        return Character.isUpperCase(first) || Character.isDigit(first) || first == ',' || first == '/' || first == '.';
    }

    private boolean isShouted(int token) {
        int letters = 0;
        for (int index = text.tokenStart(token); index < text.tokenEnd(token); index++) {
            char c = text.text().charAt(index);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return letters >= 2;
    }

    private boolean isPlace(int token) {
        for (Name name : names) {
            if (name.start() >= text.tokenStart(token)) {
                return name.start() == text.tokenStart(token) && name.type() == EntityType.PLACE;
            }
        }
        return false;
    }

    private boolean isDash(int token) {
        return text.tokenIs(token, "-")
                || text.tokenIs(token, "–")
                || text.tokenIs(token, "—")
                || text.tokenIs(token, "--");
    }

    private boolean opensSentence(int token) {
        char first = text.firstChar(token);
        return Character.isUpperCase(first) || Character.isDigit(first) || "“\"‘'«`".indexOf(first) >= 0;
    }
}
