package org.onrecord.extraction.resolving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.naming.Name;
import org.onrecord.extraction.persons.Honorifics;
import org.onrecord.text.TokenisedText;

/**
 * Consistency over the article: a surname learnt from a full name is that person's name wherever it stands alone, also
 * where the recogniser passed over it or took it for a place. Words the article also uses without a capital are left
 * alone ("Hill", "Price").
 */
final class KnownSurnames {

    private static final int SHORTEST = 3;

    private KnownSurnames() {}

    static List<Name> completed(TokenisedText text, List<Name> names) {
        Map<String, Integer> balance = surnames(text, names);
        if (balance.isEmpty()) {
            return names;
        }
        Set<String> uncapitalised = uncapitalised(text, balance.keySet());
        List<Name> completed = new ArrayList<>();
        int next = 0;
        for (int token = 0; token < text.tokenCount(); token++) {
            while (next < names.size() && names.get(next).end() <= text.tokenStart(token)) {
                completed.add(corrected(text, names.get(next++), balance, uncapitalised));
            }
            boolean inName = next < names.size() && names.get(next).start() < text.tokenEnd(token);
            if (!inName
                    && Character.isUpperCase(text.firstChar(token))
                    && text.tokenEnd(token) - text.tokenStart(token) >= SHORTEST) {
                String word = text.token(token);
                if (balance.getOrDefault(word, 0) > 0 && !uncapitalised.contains(word) && standsAlone(text, token)) {
                    completed.add(new Name(EntityType.PERSON, text.tokenStart(token), text.tokenEnd(token)));
                }
            }
        }
        while (next < names.size()) {
            completed.add(corrected(text, names.get(next++), balance, uncapitalised));
        }
        return completed;
    }

    /** Surnames of full names, each with how much oftener it alone was read as a person than as something else. */
    private static Map<String, Integer> surnames(TokenisedText text, List<Name> names) {
        Map<String, Integer> balance = new HashMap<>();
        for (Name name : names) {
            String words = text.text().substring(name.start(), name.end());
            int space = Math.max(words.lastIndexOf(' '), words.lastIndexOf('\u00A0'));
            if (name.type() == EntityType.PERSON && space > 0 && words.length() - space > SHORTEST) {
                balance.merge(words.substring(space + 1), 2, Integer::sum);
            }
        }
        for (Name name : names) {
            String words = text.text().substring(name.start(), name.end());
            if (balance.containsKey(words)) {
                balance.merge(words, name.type() == EntityType.PERSON ? 1 : -1, Integer::sum);
            }
        }
        return balance;
    }

    private static Set<String> uncapitalised(TokenisedText text, Set<String> surnames) {
        Map<String, String> byLower = new HashMap<>();
        surnames.forEach(surname -> byLower.put(surname.toLowerCase(Locale.ROOT), surname));
        Set<String> found = new HashSet<>();
        for (int token = 0; token < text.tokenCount(); token++) {
            if (Character.isLowerCase(text.firstChar(token))) {
                String surname = byLower.get(text.token(token));
                if (surname != null) {
                    found.add(surname);
                }
            }
        }
        return found;
    }

    private static Name corrected(
            TokenisedText text, Name name, Map<String, Integer> balance, Set<String> uncapitalised) {
        if (name.type() == EntityType.PERSON || name.type() == EntityType.ORGANISATION) {
            return name;
        }
        String words = text.text().substring(name.start(), name.end());
        boolean person = balance.getOrDefault(words, 0) > 1 && !uncapitalised.contains(words);
        return person ? new Name(EntityType.PERSON, name.start(), name.end()) : name;
    }

    /** Not part of a longer row of capitals: "Scott County", "Fort Scott". */
    private static boolean standsAlone(TokenisedText text, int token) {
        boolean follows = token + 1 < text.tokenCount()
                && text.tokenStart(token + 1) - text.tokenEnd(token) == 1
                && Character.isUpperCase(text.firstChar(token + 1));
        boolean precedes = token > 0
                && text.tokenStart(token) - text.tokenEnd(token - 1) == 1
                && Character.isUpperCase(text.firstChar(token - 1))
                && text.sentenceOf(token) == text.sentenceOf(token - 1)
                && !Honorifics.isHonorific(text.token(token - 1));
        return !follows && !precedes;
    }
}
