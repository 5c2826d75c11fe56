package org.onrecord.extraction.quoting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.resolving.FirstNames;
import org.onrecord.extraction.resolving.Name;
import org.onrecord.text.TokenisedText;

/** Capitalised words beginning with a first name, and the surnames learnt from them: until the recogniser is there. */
public final class ScaffoldNames {

    private static final Set<String> TITLES = Set.of(
            "mr",
            "mr.",
            "mrs",
            "mrs.",
            "ms",
            "ms.",
            "rep.",
            "sen.",
            "gov.",
            "dr.",
            "dr",
            "president",
            "senator",
            "secretary",
            "lord",
            "sir",
            "mayor",
            "judge",
            "justice");

    private ScaffoldNames() {}

    public static List<Name> find(TokenisedText text) {
        FirstNames first = FirstNames.load();
        List<Name> names = new ArrayList<>();
        Set<String> surnames = new HashSet<>();
        for (int pass = 0; pass < 2; pass++) {
            names.clear();
            for (int token = 0; token < text.tokenCount(); token++) {
                if (!Character.isUpperCase(text.firstChar(token))) {
                    continue;
                }
                int end = token + 1;
                while (end < text.tokenCount()
                        && end - token < 5
                        && Character.isUpperCase(text.firstChar(end))
                        && text.tokenStart(end) - text.tokenEnd(end - 1) == 1) {
                    end++;
                }
                String word = text.token(token);
                boolean titled =
                        token > 0 && TITLES.contains(text.token(token - 1).toLowerCase(Locale.ROOT));
                if (first.isFirstName(word) && end - token > 1 || titled) {
                    surnames.add(text.token(end - 1));
                    names.add(new Name(EntityType.PERSON, text.tokenStart(token), text.tokenEnd(end - 1)));
                    token = end - 1;
                } else if (surnames.contains(word) || first.isFirstName(word) && !ClosedWord(word)) {
                    names.add(new Name(EntityType.PERSON, text.tokenStart(token), text.tokenEnd(token)));
                }
            }
        }
        return names;
    }

    private static boolean ClosedWord(String word) {
        return ClosedClasses.of(word.toLowerCase(Locale.ROOT)) != null
                || Set.of("Said", "Will", "Mark", "Hope", "Grant", "Faith").contains(word);
    }
}
