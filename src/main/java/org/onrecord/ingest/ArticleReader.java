package org.onrecord.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.onrecord.api.input.Limits;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.article.ArticleText;
import org.onrecord.article.RemovedText;
import org.onrecord.cleaning.CleanedArticle;
import org.onrecord.cleaning.Cleaner;
import org.onrecord.extraction.Analysis;
import org.onrecord.extraction.Extractor;
import org.onrecord.kernel.Gate;
import org.onrecord.kernel.Sha256;
import org.springframework.stereotype.Component;

/** Reads deliveries: cleans them and finds quotes and names. Slow work, done before any transaction begins. */
@Component
public class ArticleReader {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Cleaner cleaner;
    private final Extractor extractor;
    private final Timer cleaning;
    private final Timer extraction;

    /** Reading takes a processor to itself; more of it at once only takes more memory. */
    private final Gate gate =
            new Gate(2 * Runtime.getRuntime().availableProcessors(), PATIENCE, "Too much is being read at the moment.");

    ArticleReader(Cleaner cleaner, Extractor extractor, MeterRegistry registry) {
        this.cleaner = cleaner;
        this.extractor = extractor;
        this.cleaning = timer("onrecord.cleaning", "Taking out of an item what is not the article", registry);
        this.extraction = timer("onrecord.extraction", "Finding the quotes and names of an article", registry);
    }

    private static Timer timer(String name, String description, MeterRegistry registry) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_000, 5_000)
                        .map(Duration::ofMillis)
                        .toArray(Duration[]::new))
                .register(registry);
    }

    /**
     * Cleans and reads a delivery.
     *
     * @throws InvalidInput if nothing is left to store, or more than the archive takes
     */
    ReadDelivery prepare(Delivery delivery) {
        CleanedArticle cleaned = read(delivery.content(), delivery.clean());
        return new ReadDelivery(
                new Delivery(delivery.metadata().completedBy(cleaned), delivery.content(), delivery.clean()),
                prepare(text(cleaned), removed(cleaned)),
                Sha256.hex(delivery.content().received()));
    }

    /** Reads an article whose text is settled: cleaned, or chosen word for word by a person. */
    PreparedArticle prepare(ArticleText text, List<RemovedText> removed) {
        checkSize(text);
        return new PreparedArticle(text, removed, analyse(text.body()));
    }

    CleanedArticle read(Delivery.Content content, boolean clean) {
        return gate.through(() -> cleaning.record(() -> clean ? content.cleaned(cleaner) : content.verbatim()));
    }

    /** Finds the quotes and names of a body. */
    Analysis analyse(String body) {
        return gate.through(() -> extraction.record(() -> extractor.analyse(body)));
    }

    static void checkSize(ArticleText text) {
        if (text.body().isBlank()) {
            throw InvalidInput.at("/body", "empty-article", "there are no words in it to keep");
        }
        if (text.headline().length() > Limits.HEADLINE_CHARACTERS) {
            throw InvalidInput.at(
                    "/headline",
                    "too-long",
                    "the headline (the first line) has more than " + Limits.HEADLINE_CHARACTERS + " characters");
        }
        int codePoints = text.body().codePointCount(0, text.body().length());
        if (codePoints > Limits.BODY_CODE_POINTS) {
            throw InvalidInput.at(
                    "/body",
                    "too-long",
                    "the body has " + codePoints + " code points; at most " + Limits.BODY_CODE_POINTS + " are taken");
        }
    }

    private static ArticleText text(CleanedArticle cleaned) {
        return new ArticleText(
                cleaned.headline(), cleaned.standfirst(), cleaned.byline(), cleaned.dateline(), cleaned.body());
    }

    private static List<RemovedText> removed(CleanedArticle cleaned) {
        return cleaned.removed().stream()
                .map(removed -> new RemovedText(removed.text(), removed.reason()))
                .toList();
    }
}
