package org.onrecord.search.engine;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A query that knows where the index keeps its words. Looking a word up in every part of the index is much of what a
 * search for rare words does. Done once, it tells how many can match before it is decided how to look for them, and
 * Lucene need not do it again.
 *
 * @param query the same query
 * @param reader of the index the words were looked up in
 */
record ResolvedTerms(Query query, IndexReader reader) {

    static ResolvedTerms of(Query query, IndexReaderContext index) throws IOException {
        return new ResolvedTerms(lookedUp(query, index), index.reader());
    }

    private static Query lookedUp(Query query, IndexReaderContext index) throws IOException {
        if (query instanceof TermQuery word) {
            // One that stands for a misspelled word knows already, and has that word's weight.
            return word.getTermStates() == null ? new TermQuery(word.getTerm(), states(word.getTerm(), index)) : word;
        } else if (query instanceof BoostQuery boosted) {
            return new BoostQuery(lookedUp(boosted.getQuery(), index), boosted.getBoost());
        } else if (query instanceof ConstantScoreQuery unscored) {
            return new ConstantScoreQuery(lookedUp(unscored.getQuery(), index));
        } else if (query instanceof BooleanQuery several) {
            var builder = new BooleanQuery.Builder().setMinimumNumberShouldMatch(several.getMinimumNumberShouldMatch());
            for (BooleanClause clause : several) {
                builder.add(lookedUp(clause.getQuery(), index), clause.getOccur());
            }
            return builder.build();
        }
        return query;
    }

    private static TermStates states(Term word, IndexReaderContext index) throws IOException {
        var states = new TermStates(index);
        for (LeafReaderContext part : index.leaves()) {
            Terms words = part.reader().terms(word.field());
            TermsEnum all = words == null ? null : words.iterator();
            if (all != null && all.seekExact(word.bytes())) {
                states.register(all.termState(), part.ord, all.docFreq(), all.totalTermFreq());
            }
        }
        return states;
    }

    /** How many documents match at most, as far as words tell without looking at any document. */
    long most() throws IOException {
        return most(query);
    }

    private long most(Query part) throws IOException {
        if (part instanceof TermQuery word) {
            return word.getTermStates().docFreq();
        } else if (part instanceof PhraseQuery phrase) {
            return rarest(phrase);
        } else if (part instanceof BoostQuery boosted) {
            return most(boosted.getQuery());
        } else if (part instanceof ConstantScoreQuery unscored) {
            return most(unscored.getQuery());
        } else if (part instanceof BooleanQuery several) {
            return most(several);
        }
        return reader.numDocs();
    }

    private long rarest(PhraseQuery phrase) throws IOException {
        long rarest = reader.numDocs();
        for (Term word : phrase.getTerms()) {
            rarest = Math.min(rarest, reader.docFreq(word));
        }
        return rarest;
    }

    /** As many as its rarest required part, or where none is required all of its parts together. */
    private long most(BooleanQuery several) throws IOException {
        long rarest = reader.numDocs();
        long together = 0;
        boolean required = false;
        for (BooleanClause clause : several) {
            if (clause.isRequired()) {
                required = true;
                rarest = Math.min(rarest, most(clause.getQuery()));
            } else if (!clause.isProhibited()) {
                together += most(clause.getQuery());
            }
        }
        return required ? rarest : Math.min(rarest, together);
    }
}
