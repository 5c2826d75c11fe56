package org.onrecord.search.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.index.Analyzers;
import org.onrecord.search.index.Analyzers.Term;
import org.onrecord.search.language.Clause;
import org.onrecord.search.language.Field;
import org.onrecord.search.query.Predicates;

/**
 * Marks in a text the words a query looks for. Works on the text as stored with the very analysis of the index, so it
 * needs nothing from there and does the same whatever holds the index. Reads at most the first 100,000 characters.
 */
public final class Highlighter {

    private static final int LONGEST_TEXT = 100_000;

    /** About two lines of a screen. */
    private static final int FRAGMENT = 200;

    private static final int MOST_FRAGMENTS = 3;

    private final List<Wanted> wanted = new ArrayList<>();

    /** Marks what a clause looks for, exclusions aside. */
    public Highlighter(@Nullable Clause clause) {
        if (clause != null) {
            collect(clause, null);
        }
    }

    /** A word or phrase looked for. */
    private record Wanted(@Nullable Field field, Clause clause, List<Set<String>> words) {

        boolean isFor(Field place) {
            return field == null
                    || field == place
                    || place == Field.BODY && (field == Field.QUOTE || field == Field.SPEAKER || field == Field.ENTITY);
        }
    }

    private void collect(Clause clause, @Nullable Field field) {
        if (clause instanceof Clause.AllOf all) {
            all.clauses().forEach(each -> collect(each, field));
        } else if (clause instanceof Clause.AnyOf any) {
            any.clauses().forEach(each -> collect(each, field));
        } else if (clause instanceof Clause.In in) {
            collect(in.clause(), in.field());
        } else if (clause instanceof Clause.Word word) {
            wanted.add(new Wanted(field, clause, Analyzers.TEXT_QUERY.wordsByPlace(word.text())));
        } else if (clause instanceof Clause.Phrase phrase) {
            wanted.add(new Wanted(field, clause, Analyzers.TEXT_QUERY.wordsByPlace(phrase.text())));
        } else if (!(clause instanceof Clause.Not)) {
            wanted.add(new Wanted(field, clause, List.of()));
        }
    }

    /** The whole text with its marks, or null where there is none to make. */
    public @Nullable String whole(String text, Field place) {
        List<Term> marked = marked(text, place);
        return marked.isEmpty() ? null : html(text, 0, text.length(), marked);
    }

    /** The best places, in text order; none where there is nothing to mark. */
    public List<String> fragments(String text, Field place) {
        List<Term> marked = marked(text, place);
        List<int[]> chosen = new ArrayList<>();
        int next = 0;
        while (next < marked.size() && chosen.size() < MOST_FRAGMENTS) {
            int[] window = window(text, marked.get(next), chosen.isEmpty() ? 0 : chosen.get(chosen.size() - 1)[1]);
            chosen.add(window);
            while (next < marked.size() && marked.get(next).end() <= window[1]) {
                next++;
            }
            if (next < marked.size() && marked.get(next).start() < window[1]) {
                next++;
            }
        }
        return chosen.stream()
                .map(window -> html(text, window[0], window[1], marked))
                .toList();
    }

    /** Some words before the first mark and the rest behind, cut between words. */
    private static int[] window(String text, Term first, int after) {
        int start = Math.max(after, first.start() - FRAGMENT / 4);
        while (start > after && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        int end = Math.min(text.length(), Math.max(start + FRAGMENT, first.end()));
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return new int[] {start, end};
    }

    private static String html(String text, int start, int end, List<Term> marked) {
        var html = new StringBuilder(end - start + 40);
        int done = start;
        for (Term term : marked) {
            if (term.start() >= done && term.end() <= end) {
                escape(html, text, done, term.start());
                html.append("<mark>");
                escape(html, text, term.start(), term.end());
                html.append("</mark>");
                done = term.end();
            }
        }
        escape(html, text, done, end);
        return html.toString().strip();
    }

    private static void escape(StringBuilder html, String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }

    /** The places to mark, in text order; a word with its stem is one place. */
    private List<Term> marked(String text, Field place) {
        List<Wanted> here = wanted.stream().filter(each -> each.isFor(place)).toList();
        if (here.isEmpty()) {
            return List.of();
        }
        String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        List<List<Term>> places = Analyzers.TEXT.terms(read);
        Set<Integer> hits = new HashSet<>();
        for (Wanted each : here) {
            for (int i = 0; i < places.size(); i++) {
                mark(each, places, i, hits);
            }
        }
        List<Term> marked = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            if (hits.contains(i)) {
                marked.add(places.get(i).get(0));
            }
        }
        return marked;
    }

    private static void mark(Wanted wanted, List<List<Term>> places, int at, Set<Integer> hits) {
        Clause clause = wanted.clause();
        if (clause instanceof Clause.Prefix prefix) {
            String start = Predicates.folded(prefix.text());
            if (places.get(at).stream().anyMatch(term -> term.word().startsWith(start))) {
                hits.add(at);
            }
        } else if (clause instanceof Clause.Fuzzy fuzzy) {
            String word = Predicates.folded(fuzzy.text());
            if (places.get(at).stream().anyMatch(term -> EditDistance.near(word, term.word(), fuzzy.edits()))) {
                hits.add(at);
            }
        } else {
            markPhrase(wanted.words(), clause instanceof Clause.Phrase phrase ? phrase.slop() : 0, places, at, hits);
        }
    }

    private static void markPhrase(
            List<Set<String>> words, int slop, List<List<Term>> places, int at, Set<Integer> hits) {
        if (words.isEmpty() || !holds(places.get(at), words.get(0))) {
            return;
        }
        List<Integer> found = new ArrayList<>(List.of(at));
        for (int i = 1; i < words.size(); i++) {
            int wantedAt = at + i;
            int from = Math.max(0, wantedAt - slop);
            int to = Math.min(places.size() - 1, wantedAt + slop);
            int hit = -1;
            for (int place = from; place <= to && hit < 0; place++) {
                if (!found.contains(place) && holds(places.get(place), words.get(i))) {
                    hit = place;
                }
            }
            if (hit < 0) {
                return;
            }
            found.add(hit);
        }
        hits.addAll(found);
    }

    private static boolean holds(List<Term> terms, Set<String> words) {
        return terms.stream().anyMatch(term -> words.contains(term.word()));
    }
}
