package org.onrecord.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.onrecord.cleaning.Cleaner;
import org.onrecord.extraction.naming.Name;
import org.onrecord.extraction.naming.NameTagger;
import org.onrecord.extraction.quoting.QuoteFinder;
import org.onrecord.extraction.resolving.Cast;
import org.onrecord.text.TokenisedText;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Words per second of each stage of reading an article, and what it allocates. The article is the texts of
 * {@code phenomena.txt} one after the other: many quotes, all of them our own writing. Run as docs/extraction.md says.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ExtractionBenchmark {

    /** The article, and what the stages before the one at hand make of it. */
    @State(Scope.Benchmark)
    public static class Article {

        final String body = body();
        final int wordCount = body.split("\\s+").length;
        final Extractor extractor = Extractor.load();
        final NameTagger nameTagger = NameTagger.load();
        final QuoteFinder quoteFinder = QuoteFinder.load();
        final Cleaner cleaner = new Cleaner();
        final TokenisedText text = TokenisedText.of(body);
        final List<Name> names = nameTagger.tag(text).stream()
                .map(name -> new Name(name.type(), name.start(), name.end()))
                .toList();
        final Cast cast = Cast.of(text, names);

        private static String body() {
            try (InputStream stream = ExtractionBenchmark.class.getResourceAsStream("phenomena.txt")) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#") && !line.startsWith("==") && !line.contains(" | "))
                        .collect(Collectors.joining("\n"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Words read, so that JMH prints words per second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Count {
        public long words;
    }

    @Benchmark
    public Object clean(Article article, Count count) {
        count.words += article.wordCount;
        return article.cleaner.cleanText(article.body);
    }

    @Benchmark
    public Object tokenise(Article article, Count count) {
        count.words += article.wordCount;
        return TokenisedText.of(article.body);
    }

    @Benchmark
    public Object tagNames(Article article, Count count) {
        count.words += article.wordCount;
        return article.nameTagger.tag(article.text);
    }

    @Benchmark
    public Object resolveNames(Article article, Count count) {
        count.words += article.wordCount;
        return Cast.of(article.text, article.names);
    }

    @Benchmark
    public Object findQuotes(Article article, Count count) {
        count.words += article.wordCount;
        return article.quoteFinder.find(article.text, article.cast);
    }

    @Benchmark
    public Object analyse(Article article, Count count) {
        count.words += article.wordCount;
        return article.extractor.analyse(article.body);
    }

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(ExtractionBenchmark.class.getSimpleName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }
}
