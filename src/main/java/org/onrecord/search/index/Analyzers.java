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
 * How text becomes the words of the index, the same for Lucene and OpenSearch. Every text is cut by the Unicode word
 * rules, folded to lower case without accents, and loses possessive endings, apostrophes and the dots of acronyms, so
 * that "Erdoğan's", "Erdogan" and "U.S.", "US" meet.
 */
public enum Analyzers {

    /**
     * Prose as indexed. Each word is kept beside its stem: the word for names, prefixes and misspellings, the stem for
     * everything else. Krovetz' stemmer only ever returns words, so names come to no harm; forms of verbs that it takes
     * for words of their own are brought down to the verb before.
     */
    TEXT(Step.KEYWORD_REPEAT, Step.VERB_FORMS, Step.STEM, Step.REMOVE_DUPLICATES),

    /** Words looked for in prose: their stems. British and American spellings stand for each other. */
    TEXT_QUERY(Step.VERB_FORMS, Step.STEM, Step.SPELLINGS),

    /** Names, sections and tags, and words that are looked for as they are: no stemming. */
    NAME,

    /** Names as indexed for suggestions: every start of every word. */
    NAME_START(Step.STARTS);

    /**
     * Between two values of one field, so that no phrase or nearness reaches from one into the next; larger than the
     * widest nearness.
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

    public List<Step> steps() {
        return steps;
    }

    private Analyzer build() {
        try {
            var builder = CustomAnalyzer.builder(new ClasspathResourceLoader(Analyzers.class.getClassLoader()))
                    .withTokenizer("standard")
                    .withPositionIncrementGap(GAP);
            for (Step step : steps) {
                // The builder takes out what it has read.
                builder.addTokenFilter(step.lucene, new LinkedHashMap<>(step.luceneParameters));
            }
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException("analysis " + name(), e);
        }
    }

    /** One filter over the words, as Lucene and as OpenSearch call it. */
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
         * Takes out what matches a pattern, wherever it stands in a word.
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

        /** @param openSearchParameters names and values by turns */
        Step(String lucene, Map<String, String> luceneParameters, String openSearch, String... openSearchParameters) {
            this.lucene = lucene;
            this.luceneParameters = luceneParameters;
            this.openSearch = openSearch;
            this.openSearchParameters = List.of(openSearchParameters);
        }

        /** Whether OpenSearch has to be told what the step is; some it only knows as they are. */
        public boolean isOurs() {
            return !openSearchParameters.isEmpty() || this == SPELLINGS || this == VERB_FORMS;
        }

        /** The name in OpenSearch's settings. */
        public String label() {
            return isOurs() ? "onrecord_" + name().toLowerCase(Locale.ROOT) : openSearch;
        }

        /** Says to OpenSearch what the step is; it has no files of ours, so their lines are spelled out. */
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
