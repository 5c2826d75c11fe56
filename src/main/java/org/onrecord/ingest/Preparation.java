package org.onrecord.ingest;

import java.util.List;
import org.onrecord.api.InvalidInput;
import org.onrecord.api.Limits;
import org.onrecord.api.Sha256;
import org.onrecord.article.ArticleText;
import org.onrecord.article.RemovedText;
import org.onrecord.extraction.CleanedArticle;
import org.onrecord.extraction.Extractor;
import org.onrecord.extraction.cleaning.Cleaner;
import org.springframework.stereotype.Component;

/** Reads deliveries: cleans them and finds quotes and names. Slow work, done before any transaction begins. */
@Component
public class Preparation {

    private final Cleaner cleaner;
    private final Extractor extractor;

    Preparation(Cleaner cleaner, Extractor extractor) {
        this.cleaner = cleaner;
        this.extractor = extractor;
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
        return new PreparedArticle(text, removed, extractor.analyse(text.body()));
    }

    CleanedArticle read(Delivery.Content content, boolean clean) {
        return clean ? content.cleaned(cleaner) : content.verbatim();
    }

    static void checkSize(ArticleText text) {
        if (text.headline().isEmpty() && text.body().isEmpty()) {
            throw InvalidInput.at("", "empty-article", "there are no words in it to keep");
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
