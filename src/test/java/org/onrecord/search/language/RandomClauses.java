package org.onrecord.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.onrecord.search.language.Clause.AllOf;
import org.onrecord.search.language.Clause.AnyOf;
import org.onrecord.search.language.Clause.Fuzzy;
import org.onrecord.search.language.Clause.In;
import org.onrecord.search.language.Clause.Not;
import org.onrecord.search.language.Clause.Phrase;
import org.onrecord.search.language.Clause.Prefix;
import org.onrecord.search.language.Clause.Word;

/** Seeded random queries in canonical form, over a small vocabulary so that they find something. */
public final class RandomClauses {

    private final Random random;
    private final Supplier<String> vocabulary;

    /** Queries over a handful of words. */
    public RandomClauses(long seed) {
        this.random = new Random(seed);
        List<String> words = List.of("flood", "relief", "minister", "harbour", "price", "co-operate");
        this.vocabulary = () -> words.get(random.nextInt(words.size()));
    }

    /** Queries over the given words. */
    public RandomClauses(Random random, Supplier<String> vocabulary) {
        this.random = random;
        this.vocabulary = vocabulary;
    }

    public Clause next() {
        return clause(3, true);
    }

    private Clause clause(int depth, boolean fields) {
        int choice = random.nextInt(depth == 0 ? 5 : 12);
        return switch (choice) {
            case 0, 1 -> new Word(vocabulary.get());
            case 2 ->
                new Phrase(vocabulary.get() + " " + vocabulary.get(), random.nextBoolean() ? 0 : random.nextInt(6));
            case 3 -> new Prefix(letters(2));
            case 4 -> new Fuzzy(letters(3), 1 + random.nextInt(2));
            case 5, 6, 7 -> new AllOf(several(depth, fields, AllOf.class));
            case 8, 9 -> new AnyOf(several(depth, fields, AnyOf.class));
            case 10 -> not(clause(depth - 1, fields));
            default ->
                fields
                        ? new In(Field.values()[random.nextInt(Field.values().length)], positive(depth - 1))
                        : new Word(vocabulary.get());
        };
    }

    /** The language has no double negation, and none right after a field. */
    private Clause not(Clause clause) {
        return clause instanceof Not ? clause : new Not(clause);
    }

    private Clause positive(int depth) {
        Clause clause = clause(depth, false);
        return clause instanceof Not not ? not.clause() : clause;
    }

    private List<Clause> several(int depth, boolean fields, Class<? extends Clause> kind) {
        List<Clause> clauses = new ArrayList<>();
        for (int count = 2 + random.nextInt(2); count > 0; count--) {
            Clause clause = clause(depth - 1, fields);
            clauses.add(kind.isInstance(clause) ? new Word(vocabulary.get()) : clause);
        }
        return clauses;
    }

    /** The start of a word, or all of it, with letters only. */
    private String letters(int least) {
        String word = vocabulary.get().replaceAll("[^\\p{L}\\p{Nd}]", "");
        return word.substring(0, Math.min(word.length(), least + random.nextInt(4)));
    }
}
