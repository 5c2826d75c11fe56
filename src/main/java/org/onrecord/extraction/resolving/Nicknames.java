package org.onrecord.extraction.resolving;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.naming.Name;
import org.onrecord.text.TokenisedText;

/** Makes one name of a first name, a nickname in quotation marks and a surname: Robert “Bobby” Scott. */
final class Nicknames {

    private Nicknames() {}

    /** The names in text order, those around a nickname joined. */
    static List<Name> joined(TokenisedText text, List<Name> names) {
        List<Name> joined = new ArrayList<>();
        int reached = 0;
        for (Name name : names) {
            if (name.start() < reached) {
                continue;
            }
            int end = name.type() == EntityType.PERSON ? endPastNickname(text, name) : -1;
            Name whole = end < 0 ? name : new Name(EntityType.PERSON, name.start(), end);
            joined.add(whole);
            reached = whole.end();
        }
        return joined;
    }

    /** Where the name ends that goes on after a nickname; -1 where none follows. */
    private static int endPastNickname(TokenisedText text, Name name) {
        int opening = text.tokenFrom(name.end());
        if (opening + 3 >= text.tokenCount() || !isMark(text, opening) || !isCapitalised(text, opening + 1)) {
            return -1;
        }
        int closing = isMark(text, opening + 2) ? opening + 2 : opening + 3;
        int surname = closing + 1;
        boolean closes = surname < text.tokenCount() && isMark(text, closing) && text.spaceBefore(surname);
        if (!closes || !isCapitalised(text, surname) || text.sentenceOf(surname) != text.sentenceOf(opening)) {
            return -1;
        }
        return text.tokenEnd(surname);
    }

    private static boolean isMark(TokenisedText text, int token) {
        return "“”\"‘’'".indexOf(text.firstChar(token)) >= 0 && text.tokenEnd(token) - text.tokenStart(token) == 1;
    }

    private static boolean isCapitalised(TokenisedText text, int token) {
        return Character.isUpperCase(text.firstChar(token));
    }
}
