package org.onrecord.extraction.naming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.onrecord.extraction.EntityType;
import org.onrecord.text.TokenisedText;

/**
 * Finds the names in a text: of people, organisations, places and the rest. A conditional random field reads each
 * sentence in the light of the whole text. Immutable and thread-safe; its cost is linear in the length of the text.
 */
public final class NameTagger {

    private static final String MODEL = "names.model";

    /** Sentences longer than this (there are none, only lists and hostile text) are read in parts. */
    static final int LONGEST_STRETCH = 150;

    private final NameModel model;
    private final Gazetteer gazetteer;

    NameTagger(NameModel model, Gazetteer gazetteer) {
        this.model = model;
        this.gazetteer = gazetteer;
    }

    /** The tagger with the model that comes with OnRecord; keep it, reading the model takes a moment. */
    public static NameTagger load() {
        try (var in = NameTagger.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException(MODEL + " is missing from " + NameTagger.class.getPackageName());
            }
            return new NameTagger(NameModel.read(in), Gazetteer.load());
        } catch (IOException e) {
            throw new UncheckedIOException(MODEL + " cannot be read", e);
        }
    }

    /** The names in text order, none overlapping another. */
    public List<NameSpan> tag(TokenisedText text) {
        var found = new ArrayList<NameSpan>();
        var extractor = new FeatureExtractor(text, model.clusters(), gazetteer);
        var lattice = model.newLattice();
        for (int sentence = 0; sentence < text.sentenceCount(); sentence++) {
            int end = text.sentenceEndToken(sentence);
            int from = text.sentenceFirstToken(sentence);
            while (from < end) {
                int to = endOfStretch(text, from, end);
                tag(text, from, to, extractor, lattice, found);
                from = to;
            }
        }
        return found;
    }

    /** Where a stretch read at once ends: with its sentence, after so many tokens, and around web addresses. */
    static int endOfStretch(TokenisedText text, int from, int sentenceEnd) {
        int limit = Math.min(sentenceEnd, from + LONGEST_STRETCH);
        for (int token = from; token < limit; token++) {
            if (isAddress(text, token)) {
                return token == from ? from + 1 : token;
            }
        }
        return limit;
    }

    private static boolean isAddress(TokenisedText text, int token) {
        int length = text.tokenEnd(token) - text.tokenStart(token);
        if (length < 5) {
            return false;
        }
        String word = text.text();
        int start = text.tokenStart(token);
        int look = Math.min(text.tokenEnd(token), start + 40);
        return word.startsWith("www.", start)
                || (word.indexOf('@', start + 1) > start && word.indexOf('@', start + 1) < look)
                || word.regionMatches(start + Math.max(0, schemeLength(word, start, look)), "://", 0, 3);
    }

    private static int schemeLength(String text, int start, int end) {
        int length = 0;
        while (start + length < end && Character.isLetter(text.charAt(start + length))) {
            length++;
        }
        return length;
    }

    private void tag(
            TokenisedText text,
            int from,
            int to,
            FeatureExtractor extractor,
            LabelLattice lattice,
            List<NameSpan> found) {
        double[] scores = lattice.start(to - from);
        for (int token = from; token < to; token++) {
            int count = extractor.extract(token, from, to);
            model.score(extractor.features(), count, scores, (token - from) * NameLabels.COUNT);
        }
        int[] labels = lattice.best();
        lattice.weigh();
        int token = 0;
        while (token < labels.length) {
            int end = token + 1;
            if (labels[token] != NameLabels.OUTSIDE) {
                while (!NameLabels.closes(labels[end - 1])) {
                    end++;
                }
                var type = typeOf(NameLabels.type(labels[token]));
                double confidence = lattice.probability(labels, token, end);
                found.add(new NameSpan(type, text.tokenStart(from + token), text.tokenEnd(from + end - 1), confidence));
            }
            token = end;
        }
    }

    private static EntityType typeOf(int type) {
        switch (type) {
            case NameLabels.PERSON:
                return EntityType.PERSON;
            case NameLabels.ORGANISATION:
                return EntityType.ORGANISATION;
            case NameLabels.PLACE:
                return EntityType.PLACE;
            default:
                return EntityType.OTHER;
        }
    }
}
