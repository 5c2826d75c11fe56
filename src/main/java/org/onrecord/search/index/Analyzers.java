package org.onrecord.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.hibernate.search.backend.elasticsearch.analysis.model.dsl.ElasticsearchAnalysisComponentTypeStep;
import org.onrecord.text.WordLists;

/**
 * How text becomes terms of the index, the same for Lucene and OpenSearch. Every text is split by the Unicode word
 * rules and folded to lower case without accents. Possessive endings, apostrophes and the dots of acronyms are removed,
 * so that "Erdoğan's" is found by "Erdogan", and "U.S." by "US".
 */
public enum Analyzers {

    /**
     * Prose as indexed. Each word is kept beside its stem: the word for names, prefixes and misspellings, the stem for
     * everything else. Krovetz' stemmer only returns words of the language, so it leaves names alone. It does not know
     * some forms of verbs; a list of ours reduces these to the verb first.
     */
    TEXT(Step.KEYWORD_REPEAT, Step.VERB_FORMS, Step.STEM, Step.REMOVE_DUPLICATES),

    /** Words of a query, to be found in prose: their stems. A British spelling also finds the American one, and vice versa. */
    TEXT_QUERY(Step.VERB_FORMS, Step.STEM, Step.SPELLINGS),

    /** Names, sections and tags, and words that are to be found exactly: no stemming. */
    NAME,

    /** Names as indexed for suggestions: every prefix of every word. */
    NAME_START(Step.STARTS);

    /**
     * Positions between two values of one field, so that no phrase or NEAR matches across two values; more than the
     * largest distance NEAR may ask for.
     */
    private static final int GAP = 100;

    private static final String SPELLINGS_FILE = "org/onrecord/search/index/spellings.txt";

    /** A word, a tab and its stem a line. */
    private static final String VERB_FORMS_FILE = "org/onrecord/search/index/verb-forms.txt";

    private final List<Step> steps;
    private final Analyzer analyzer;

    Analyzers(Step... further) {
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
     * The terms of a text, by position. A position may have several: a word and its stem.
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

    /** The words of the terms, in text order. */
    public List<String> wordsOf(String text) {
        return terms(text).stream().flatMap(List::stream).map(Term::word).toList();
    }

    /** The words of each position. */
    public List<Set<String>> wordsByPlace(String text) {
        return terms(text).stream()
                .map(place -> place.stream().map(Term::word).collect(Collectors.toSet()))
                .toList();
    }

    /** A term and where in the text it comes from, as UTF-16 indices. */
    public record Term(String word, int start, int end) {}

    /** The form in which labels (sections, tags) are compared: without letter case and accents. */
    public static String label(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        char[] folded = new char[4 * lower.length()];
        int length = ASCIIFoldingFilter.foldToASCII(lower.toCharArray(), 0, folded, 0, lower.length());
        return new String(folded, 0, length);
    }

    public List<Step> steps() {
        return steps;
    }

    private Analyzer build() {
        try {
            var builder = CustomAnalyzer.builder(new ClasspathResourceLoader(Analyzers.class.getClassLoader()))
                    .withTokenizer("standard")
                    .withPositionIncrementGap(GAP);
            for (Step step : steps) {
                // The builder removes what it has read from the map.
                builder.addTokenFilter(step.lucene, new LinkedHashMap<>(step.luceneParameters));
            }
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException("analysis " + name(), e);
        }
    }

    /** One token filter, with its names in Lucene and in OpenSearch. */
    public enum Step {
        LOWERCASE("lowercase", Map.of(), "lowercase"),
        FOLD("asciiFolding", Map.of(), "asciifolding"),
        POSSESSIVE("englishPossessive", Map.of(), "stemmer", "language", "possessive_english"),
        APOSTROPHES("'", "'"),
        ACRONYMS(".", "(?<=\\p{L})\\.(?=\\p{L}|$)"),
        KEYWORD_REPEAT("keywordRepeat", Map.of(), "keyword_repeat"),
        VERB_FORMS("stemmerOverride", Map.of("dictionary", VERB_FORMS_FILE), "stemmer_override"),
        STEM("kStem", Map.of(), "kstem"),
        REMOVE_DUPLICATES("removeDuplicates", Map.of(), "remove_duplicates"),
        SPELLINGS("synonymGraph", Map.of("synonyms", SPELLINGS_FILE, "expand", "true"), "synonym_graph"),
        STARTS(
                "edgeNGram",
                Map.of("minGramSize", "1", "maxGramSize", "20", "preserveOriginal", "true"),
                "edge_ngram",
                "min_gram",
                "1",
                "max_gram",
                "20",
                "preserve_original",
                "true");

        private final String lucene;
        private final Map<String, String> luceneParameters;
        private final String openSearch;
        private final List<String> openSearchParameters;

        /**
         * Removes what matches a pattern, anywhere in a word.
         *
         * @param mark a character that is part of every match
         */
        Step(String mark, String pattern) {
            this(
                    MarkRemovalFactory.NAME,
                    Map.of("mark", mark, "pattern", pattern),
                    "pattern_replace",
                    "pattern",
                    pattern,
                    "replacement",
                    "",
                    "all",
                    "true");
        }

        /** @param openSearchParameters names and values in turn */
        Step(String lucene, Map<String, String> luceneParameters, String openSearch, String... openSearchParameters) {
            this.lucene = lucene;
            this.luceneParameters = luceneParameters;
            this.openSearch = openSearch;
            this.openSearchParameters = List.of(openSearchParameters);
        }

        /** Whether the step must be defined in OpenSearch; filters without parameters are known there by name. */
        public boolean isOurs() {
            return !openSearchParameters.isEmpty() || this == SPELLINGS || this == VERB_FORMS;
        }

        /** The name in OpenSearch's settings. */
        public String label() {
            return isOurs() ? "onrecord_" + name().toLowerCase(Locale.ROOT) : openSearch;
        }

        /** Defines the step in OpenSearch, which cannot read our files, so their lines are passed as parameters. */
        public void define(ElasticsearchAnalysisComponentTypeStep filter) {
            var defined = filter.type(openSearch);
            for (int i = 0; i < openSearchParameters.size(); i += 2) {
                defined = defined.param(openSearchParameters.get(i), openSearchParameters.get(i + 1));
            }
            if (this == SPELLINGS) {
                defined.param("synonyms", linesOf(SPELLINGS_FILE));
            } else if (this == VERB_FORMS) {
                defined.param(
                        "rules",
                        Arrays.stream(linesOf(VERB_FORMS_FILE))
                                .map(line -> line.replace("\t", " => "))
                                .toArray(String[]::new));
            }
        }
    }

    private static String[] linesOf(String resource) {
        return WordLists.lines(Analyzers.class, "/" + resource).toArray(String[]::new);
    }
}
