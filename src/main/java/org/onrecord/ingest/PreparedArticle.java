package org.onrecord.ingest;

import java.util.List;
import org.onrecord.article.ArticleText;
import org.onrecord.article.RemovedText;
import org.onrecord.extraction.Analysis;

/**
 * An article read to the end, ready to be stored: all slow work is done.
 */
public record PreparedArticle(ArticleText text, List<RemovedText> removed, Analysis analysis) {

    public PreparedArticle {
        removed = List.copyOf(removed);
    }
}
