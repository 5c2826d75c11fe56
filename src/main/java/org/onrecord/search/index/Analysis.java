package org.onrecord.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ClasspathResourceLoader;

/**
 * How text becomes the words of the index, the same for Lucene and OpenSearch. Every text is cut by the Unicode word
 * rules, folded to lower case without accents, and loses possessive endings, apostrophes and the dots of acronyms, so
 * that "Erdoğan's", "Erdogan" and "U.S.", "US" meet.
 */
public enum Analysis {

    /**
     * Prose as indexed. Each word is kept beside its stem: the word for names, prefixes and misspellings, the stem for
     * everything else. Krovetz' stemmer only ever returns words, so names come to no harm.
     */
    TEXT(Step.KEYWORD_REPEAT, Step.STEM, Step.REMOVE_DUPLICATES),

    /** Words looked for in prose: their stems. British and American spellings stand for each other. */
    TEXT_QUERY(Step.STEM, Step.SPELLINGS),

    /** Names, sections and tags, and words that are looked for as they are: no stemming. */
    NAME,

    /** Names as indexed for suggestions: every start of every word. */
    NAME_START(Step.STARTS);

    /**
     * Between two values of one field, so that no phrase or nearness reaches from one into the next; larger than the
     * widest nearness.
     */
    private static final int GAP = 100;

    private final List<Step> steps;
    private final Analyzer analyzer;

    Analysis(Step... further) {
        var all = new ArrayList<>(List.of(Step.LOWERCASE, Step.FOLD, Step.POSSESSIVE, Step.APOSTROPHES, Step.ACRONYMS));
        all.addAll(List.of(further));
        this.steps = List.copyOf(all);
        this.analyzer = build();
    }

    /** The name in the index's settings. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The analysis as Lucene does it. Thread-safe, never closed. */
    public Analyzer analyzer() {
        return analyzer;
    }

    /**
     * The words a text comes down to, by place: where several stand in one (a word and its stem) they are together.
     *
     * @param text at most some hundred thousand characters
     */
    public List<List<Term>> terms(String text) {
        List<List<Term>> places = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            var word = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (step.getPositionIncrement() > 0 || places.isEmpty()) {
                    places.add(new ArrayList<>(2));
                }
                places.get(places.size() - 1).add(new Term(word.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    /** The words alone, in text order. */
    public List<String> wordsOf(String text) {
        return terms(text).stream().flatMap(List::stream).map(Term::word).toList();
    }

    /** The words of each place. */
    public List<Set<String>> wordsByPlace(String text) {
        return terms(text).stream()
                .map(place -> place.stream().map(Term::word).collect(Collectors.toSet()))
                .toList();
    }

    /** A word of the index with where it comes from; UTF-16 indices of the text. */
    public record Term(String word, int start, int end) {}

    /** A label (a section, a tag) as it is compared: letter case and accents do not count, everything else does. */
    public static String label(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        char[] folded = new char[4 * lower.length()];
        int length = ASCIIFoldingFilter.foldToASCII(lower.toCharArray(), 0, folded, 0, lower.length());
        return new String(folded, 0, length);
    }

    List<Step> steps() {
        return steps;
    }

    private Analyzer build() {
        try {
            var builder = CustomAnalyzer.builder(new ClasspathResourceLoader(Analysis.class.getClassLoader()))
                    .withTokenizer("standard")
                    .withPositionIncrementGap(GAP);
            for (Step step : steps) {
                builder.addTokenFilter(step.lucene, new LinkedHashMap<>(step.luceneParameters));
            }
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException("analysis " + name(), e);
        }
    }

    /** One filter over the words, with its name in Lucene and in OpenSearch. */
    enum Step {
        LOWERCASE("lowercase", Map.of()),
        FOLD("asciiFolding", Map.of()),
        POSSESSIVE("englishPossessive", Map.of()),
        APOSTROPHES("patternReplace", Map.of("pattern", "'", "replacement", "", "replace", "all")),
        ACRONYMS(
                "patternReplace", Map.of("pattern", "(?<=\\p{L})\\.(?=\\p{L}|$)", "replacement", "", "replace", "all")),
        KEYWORD_REPEAT("keywordRepeat", Map.of()),
        STEM("kStem", Map.of()),
        REMOVE_DUPLICATES("removeDuplicates", Map.of()),
        SPELLINGS("synonymGraph", Map.of("synonyms", "org/onrecord/search/index/spellings.txt", "expand", "true")),
        STARTS("edgeNGram", Map.of("minGramSize", "1", "maxGramSize", "20", "preserveOriginal", "true"));

        private final String lucene;
        private final Map<String, String> luceneParameters;

        Step(String lucene, Map<String, String> luceneParameters) {
            this.lucene = lucene;
            this.luceneParameters = luceneParameters;
        }
    }
}
