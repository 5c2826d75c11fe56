package org.onrecord.search.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.search.index.Analyzers;
import org.onrecord.search.language.Clause;
import org.onrecord.search.language.Field;
import org.onrecord.search.listing.EditDistance;

/** Tells by looking at every word of an article whether a query matches it: slow, and plainly what the language says. */
final class QueryOracle {

    /** The words of each text that was looked at, for every query looks at the same texts again. */
    private static final Map<Analyzers, Map<String, List<Set<String>>>> WORDS = new EnumMap<>(Analyzers.class);

    private QueryOracle() {}

    /**
     * An article's texts.
     *
     * @param values what each field holds, value by value
     */
    record Texts(Map<Field, List<String>> values) {}

    static boolean matches(Clause clause, Texts texts) {
        return matches(clause, texts, List.of(Field.HEADLINE, Field.BODY));
    }

    private static boolean matches(Clause clause, Texts texts, List<Field> places) {
        if (clause instanceof Clause.AllOf all) {
            return all.clauses().stream().allMatch(each -> matches(each, texts, places));
        } else if (clause instanceof Clause.AnyOf any) {
            return any.clauses().stream().anyMatch(each -> matches(each, texts, places));
        } else if (clause instanceof Clause.Not not) {
            return !matches(not.clause(), texts, places);
        } else if (clause instanceof Clause.In in) {
            return matches(in.clause(), texts, List.of(in.field()));
        }
        for (Field place : places) {
            for (String value : texts.values().getOrDefault(place, List.of())) {
                if (stands(clause, value, isProse(place))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isProse(Field place) {
        return place == Field.HEADLINE || place == Field.BODY || place == Field.QUOTE;
    }

    private static boolean stands(Clause clause, String text, boolean prose) {
        List<Set<String>> words = words(prose ? Analyzers.TEXT : Analyzers.NAME, text);
        Analyzers query = prose ? Analyzers.TEXT_QUERY : Analyzers.NAME;
        if (clause instanceof Clause.Word word) {
            return near(words(query, word.text()), 0, words);
        } else if (clause instanceof Clause.Phrase phrase) {
            return near(words(query, phrase.text()), phrase.slop(), words);
        } else if (clause instanceof Clause.Prefix prefix) {
            String start = Predicates.folded(prefix.text());
            return words.stream().flatMap(Set::stream).anyMatch(word -> word.startsWith(start));
        } else if (clause instanceof Clause.Fuzzy fuzzy) {
            String wanted = Predicates.folded(fuzzy.text());
            return words.stream().flatMap(Set::stream).anyMatch(word -> EditDistance.near(wanted, word, fuzzy.edits()));
        }
        throw new IllegalArgumentException("a clause of " + clause.getClass());
    }

    private static List<Set<String>> words(Analyzers analysis, String text) {
        return WORDS.computeIfAbsent(analysis, any -> new HashMap<>()).computeIfAbsent(text, analysis::wordsByPlace);
    }

    /**
     * Whether there is a place for each word such that, every word taken back by its number in the phrase, all lie within
     * the slop.
     */
    private static boolean near(List<Set<String>> wanted, int slop, List<Set<String>> words) {
        return near(wanted, 0, slop, words, new ArrayList<>());
    }

    private static boolean near(
            List<Set<String>> wanted, int next, int slop, List<Set<String>> words, List<Integer> chosen) {
        if (next == wanted.size()) {
            return true;
        }
        for (int place = 0; place < words.size(); place++) {
            if (!Collections.disjoint(words.get(place), wanted.get(next)) && fits(chosen, place - next, place, slop)) {
                chosen.add(place);
                if (near(wanted, next + 1, slop, words, chosen)) {
                    return true;
                }
                chosen.remove(chosen.size() - 1);
            }
        }
        return false;
    }

    private static boolean fits(List<Integer> chosen, int shifted, int place, int slop) {
        for (int i = 0; i < chosen.size(); i++) {
            if (chosen.get(i) == place || Math.abs(chosen.get(i) - i - shifted) > slop) {
                return false;
            }
        }
        return true;
    }
}
