package org.onrecord.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleText;
import org.onrecord.cleaning.CleanedArticle;
import org.onrecord.extraction.Analysis;
import org.springframework.stereotype.Service;

/** Reads items as the archive would, and stores nothing. */
@Service
public class Reading {

    private final ArticleReader preparation;

    Reading(ArticleReader preparation) {
        this.preparation = preparation;
    }

    /** An article and what was found in its body. */
    public record ReadArticle(CleanedArticle article, Analysis analysis) {}

    /** The item cleaned and read. */
    public ReadArticle read(Delivery.Content content) {
        return analysed(preparation.read(content, true));
    }

    /** The text read exactly as it stands, not even normalised: offsets count into it. */
    public ReadArticle readVerbatim(@Nullable String headline, String body) {
        return analysed(new CleanedArticle(headline == null ? "" : headline, null, null, null, null, body, List.of()));
    }

    private ReadArticle analysed(CleanedArticle article) {
        ArticleReader.checkSize(new ArticleText(article.headline(), null, null, null, article.body()));
        return new ReadArticle(article, preparation.analyse(article.body()));
    }
}
