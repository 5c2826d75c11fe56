package org.onrecord.search.query;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.search.engine.search.common.ValueModel;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.util.common.data.Range;
import org.hibernate.search.util.common.data.RangeBoundInclusion;
import org.onrecord.search.index.Analyzers;
import org.onrecord.search.index.Order;
import org.onrecord.search.language.Clause;

/** Turns clauses and conditions into predicates, the same for Lucene and OpenSearch. */
public final class Predicates {

    private final SearchPredicateFactory f;
    private final Subject subject;

    public Predicates(SearchPredicateFactory f, Subject subject) {
        this.f = f;
        this.subject = subject;
    }

    PredicateFinalStep of(Search search) {
        if (search.isForAll()) {
            // Said so plainly, either engine knows the total without counting.
            return f.matchAll();
        }
        var all = f.bool();
        if (search.clause() == null) {
            all.filter(f.matchAll());
        } else {
            all.must(of(search.clause()));
        }
        for (Condition condition : search.conditions()) {
            if (condition instanceof Condition.Not not) {
                all.mustNot(of(not.condition()));
            } else {
                all.filter(of(condition));
            }
        }
        if (!search.withheld().ids().isEmpty()) {
            all.mustNot(f.id().matchingAny(search.withheld().ids()));
        }
        if (search.after() != null && !search.order().isRelevance()) {
            all.filter(after(search.order(), search.after()));
        }
        return all;
    }

    PredicateFinalStep of(Clause clause) {
        return of(clause, subject.places());
    }

    private PredicateFinalStep of(Clause clause, Places places) {
        if (clause instanceof Clause.Word word) {
            return phrase(word.text(), 0, places.words());
        } else if (clause instanceof Clause.Phrase phrase) {
            return phrase(phrase.text(), phrase.slop(), places.phrases());
        } else if (clause instanceof Clause.Prefix prefix) {
            return prefix(prefix, places.phrases());
        } else if (clause instanceof Clause.Fuzzy fuzzy) {
            return fuzzy(fuzzy, places.words());
        } else if (clause instanceof Clause.In in) {
            String place = subject.place(in.field());
            return place == null ? f.matchNone() : of(in.clause(), Places.of(Map.of(place, 1f)));
        } else if (clause instanceof Clause.Not not) {
            return f.not(of(not.clause(), places));
        } else if (clause instanceof Clause.AllOf all) {
            return allOf(all.clauses(), places);
        } else if (clause instanceof Clause.AnyOf any) {
            return anyOf(any.clauses(), places);
        }
        throw new IllegalArgumentException("a clause of " + clause.getClass());
    }

    private PredicateFinalStep allOf(List<Clause> clauses, Places places) {
        var all = f.bool();
        for (Clause clause : clauses) {
            if (clause instanceof Clause.Not not) {
                all.mustNot(of(not.clause(), places));
            } else {
                all.must(of(clause, places));
            }
        }
        return all;
    }

    private PredicateFinalStep anyOf(List<Clause> clauses, Places places) {
        var any = f.bool();
        for (Clause clause : clauses) {
            any.should(of(clause, places));
        }
        return any.minimumShouldMatchNumber(1);
    }

    /** A single word is a phrase of one: words that fall apart in analysis must keep together. */
    private PredicateFinalStep phrase(String words, int slop, Map<String, Float> places) {
        String composed = Normalizer.normalize(words, Normalizer.Form.NFC);
        List<PredicateFinalStep> anywhere = new ArrayList<>();
        places.forEach((place, weight) -> anywhere.add(
                f.phrase().field(place).boost(weight).matching(composed).slop(slop)));
        return any(anywhere);
    }

    private PredicateFinalStep prefix(Clause.Prefix prefix, Map<String, Float> places) {
        String start = folded(prefix.text());
        List<PredicateFinalStep> anywhere = new ArrayList<>();
        places.forEach((place, weight) ->
                anywhere.add(f.prefix().field(place).boost(weight).matching(start)));
        return any(anywhere);
    }

    private PredicateFinalStep fuzzy(Clause.Fuzzy fuzzy, Map<String, Float> places) {
        String word = folded(fuzzy.text());
        List<PredicateFinalStep> anywhere = new ArrayList<>();
        places.forEach((place, weight) -> anywhere.add(f.match()
                .field(place)
                .boost(weight)
                .matching(word)
                .fuzzy(fuzzy.edits(), 1)
                .skipAnalysis()));
        return any(anywhere);
    }

    /** Folded as the index folds, but not stemmed: patterns are held against the words themselves. */
    public static String folded(String word) {
        return String.join("", Analyzers.NAME.wordsOf(Normalizer.normalize(word, Normalizer.Form.NFC)));
    }

    PredicateFinalStep of(Condition condition) {
        if (condition instanceof Condition.OneOf oneOf) {
            return f.terms().field(oneOf.field()).matchingAny(oneOf.values(), ValueModel.INDEX);
        } else if (condition instanceof Condition.Present present) {
            PredicateFinalStep exists = f.exists().field(present.field());
            return present.present() ? exists : f.not(exists);
        } else if (condition instanceof Condition.Worded worded) {
            return f.phrase().field(worded.field()).matching(worded.words());
        } else if (condition instanceof Condition.Between between) {
            return f.range().field(between.field()).range(between(between));
        } else if (condition instanceof Condition.Any any) {
            return any(any.conditions().stream().map(this::of).toList());
        } else if (condition instanceof Condition.Not not) {
            return f.not(of(not.condition()));
        }
        throw new IllegalArgumentException("a condition of " + condition.getClass());
    }

    private static Range<Instant> between(Condition.Between between) {
        return Range.between(between.from(), RangeBoundInclusion.INCLUDED, between.to(), RangeBoundInclusion.EXCLUDED);
    }

    private PredicateFinalStep any(List<? extends PredicateFinalStep> predicates) {
        if (predicates.size() == 1) {
            return predicates.get(0);
        }
        var any = f.bool();
        for (PredicateFinalStep predicate : predicates) {
            any.should(predicate);
        }
        return any.minimumShouldMatchNumber(1);
    }

    /**
     * What comes behind a result: everything up to its key but for the few with the very same key that come before it
     * or are it. Said this way the ids are only looked at where keys are equal.
     */
    private PredicateFinalStep after(Order order, Search.After after) {
        String field = Objects.requireNonNull(order.field());
        UUID id = after.id();
        boolean down = order.descending();
        PredicateFinalStep notBehind = f.bool()
                .filter(f.match().field(field).matching(after.key()))
                .filter(any(List.of(
                        f.range().field("idHigh").range(before(id, down, false)),
                        f.bool()
                                .filter(f.match().field("idHigh").matching(id))
                                .filter(f.range().field("idLow").range(before(id, down, true))))));
        return f.bool()
                .filter(f.range().field(field).range(upTo(after.key(), down)))
                .mustNot(notBehind);
    }

    /** The halves of ids that are listed before one; the index's bridge takes the right half of it. */
    private static Range<UUID> before(UUID id, boolean descending, boolean included) {
        var inclusion = included ? RangeBoundInclusion.INCLUDED : RangeBoundInclusion.EXCLUDED;
        return descending
                ? Range.between(id, inclusion, null, RangeBoundInclusion.INCLUDED)
                : Range.between(null, RangeBoundInclusion.INCLUDED, id, inclusion);
    }

    private static Range<Object> upTo(Object key, boolean descending) {
        return descending ? Range.atMost(key) : Range.atLeast(key);
    }
}
