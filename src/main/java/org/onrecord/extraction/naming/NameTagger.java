package org.onrecord.extraction.naming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int LONGEST_STRETCH = 150;

    private static final int LONGEST_SIGN_OF_AN_ADDRESS = 40;

    /** Texts of more tokens are read in parts, so that no text costs more memory than a long report does. */
    private static final int LONGEST_TEXT = 50_000;

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
    public List<Name> tag(TokenisedText text) {
        var found = new ArrayList<Name>();
        if (text.tokenCount() <= LONGEST_TEXT) {
            new Reading(text).addNames(found, 0);
            return found;
        }
        int from = 0;
        while (from < text.tokenCount()) {
            int to = endOfPart(text, from);
            int start = text.tokenStart(from);
            String part = text.text().substring(start, text.tokenEnd(to - 1));
            new Reading(TokenisedText.of(part)).addNames(found, start);
            from = to;
        }
        return found;
    }

    /** Where a part of a very long text ends: with a sentence, if one ends in time. */
    private static int endOfPart(TokenisedText text, int from) {
        int limit = from + LONGEST_TEXT;
        if (limit >= text.tokenCount()) {
            return text.tokenCount();
        }
        int sentence = text.sentenceFirstToken(text.sentenceOf(limit));
        return sentence > from ? sentence : limit;
    }

    /**
     * The first tokens of the stretches that are read at once, ascending, closed by the number of tokens: sentences, cut
     * where they are too long and around web addresses.
     */
    static int[] stretchesOf(TokenisedText text) {
        int[] stretches = new int[text.sentenceCount() + 16];
        int count = 0;
        for (int sentence = 0; sentence < text.sentenceCount(); sentence++) {
            int end = text.sentenceEndToken(sentence);
            int from = text.sentenceFirstToken(sentence);
            while (from < end) {
                if (count + 1 >= stretches.length) {
                    stretches = Arrays.copyOf(stretches, stretches.length * 2);
                }
                stretches[count++] = from;
                from = endOfStretch(text, from, end);
            }
        }
        stretches[count++] = text.tokenCount();
        return Arrays.copyOf(stretches, count);
    }

    private static int endOfStretch(TokenisedText text, int from, int sentenceEnd) {
        int limit = Math.min(sentenceEnd, from + LONGEST_STRETCH);
        for (int token = from; token < limit; token++) {
            if (isAddress(text, token)) {
                return token == from ? from + 1 : token;
            }
        }
        return limit;
    }

    /** Web and mail addresses; told by the first characters, which is where they show it. */
    private static boolean isAddress(TokenisedText text, int token) {
        int start = text.tokenStart(token);
        int end = Math.min(text.tokenEnd(token), start + LONGEST_SIGN_OF_AN_ADDRESS);
        if (text.text().startsWith("www.", start)) {
            return true;
        }
        for (int index = start + 1; index < end; index++) {
            char c = text.text().charAt(index);
            if (c == '@' || (c == ':' && text.text().startsWith("://", index))) {
                return true;
            }
        }
        return false;
    }

    private static EntityType typeOf(int type) {
        switch (type) {
            case NameLabels.PERSON:
                return EntityType.PERSON;
            case NameLabels.ORGANISATION:
                return EntityType.ORGANISATION;
            case NameLabels.PLACE:
                return EntityType.PLACE;
            case NameLabels.EVENT:
                return EntityType.EVENT;
            case NameLabels.WORK:
                return EntityType.WORK;
            default:
                return EntityType.OTHER;
        }
    }

    /** One text being read: first each stretch for itself, then again in the light of the others. */
    private final class Reading {

        private final TokenisedText text;
        private final FeatureExtractor extractor;
        private final TokenScorer scorer;
        private final LabelLattice lattice = model.newLattice();
        private final float[] scores;
        private final Agreement agreement;
        private final int[] stretches;

        Reading(TokenisedText text) {
            this.text = text;
            extractor = new FeatureExtractor(text, gazetteer);
            scorer = new TokenScorer(model, extractor);
            scores = new float[text.tokenCount() * NameLabels.COUNT];
            agreement = new Agreement(extractor.views(), extractor.occurrences());
            stretches = stretchesOf(text);
        }

        void addNames(List<Name> found, int offset) {
            var names = new ArrayList<TaggedName>();
            for (int each = 0; each + 1 < stretches.length; each++) {
                int from = stretches[each];
                int to = stretches[each + 1];
                if (!hasCapital(from, to)) {
                    continue;
                }
                scorer.score(from, to, scores);
                if (agreement.concerns(from, to)) {
                    load(from, to);
                    lattice.weigh();
                    agreement.listen(lattice, from, to);
                }
            }
            for (int each = 0; each + 1 < stretches.length; each++) {
                int from = stretches[each];
                int to = stretches[each + 1];
                if (hasCapital(from, to)) {
                    agreement.advise(load(from, to), from, to);
                    decode(from, to, names);
                }
            }
            var views = extractor.views();
            var settled = new Acronyms(text, views).settle(names);
            var ruled = new NameRules(views).apply(new Enumerations(views).settle(settled));
            for (var name : new Events(views).settle(ruled)) {
                found.add(new Name(
                        typeOf(name.type()),
                        offset + text.tokenStart(name.from()),
                        offset + text.tokenEnd(name.to() - 1)));
            }
        }

        /** Without one there is no name worth the cost of looking. */
        private boolean hasCapital(int from, int to) {
            for (int token = from; token < to; token++) {
                if (extractor.views().is(token, WordFlags.CAPITAL)) {
                    return true;
                }
            }
            return false;
        }

        private double[] load(int from, int to) {
            double[] loaded = lattice.start(to - from);
            int start = from * NameLabels.COUNT;
            for (int each = start; each < to * NameLabels.COUNT; each++) {
                loaded[each - start] = scores[each];
            }
            return loaded;
        }

        private void decode(int from, int to, List<TaggedName> names) {
            int[] labels = lattice.best();
            int token = from;
            while (token < to) {
                int label = labels[token - from];
                int end = token + 1;
                if (label != NameLabels.OUTSIDE) {
                    while (!NameLabels.closes(labels[end - 1 - from])) {
                        end++;
                    }
                    names.add(new TaggedName(NameLabels.type(label), token, end));
                }
                token = end;
            }
        }
    }
}
