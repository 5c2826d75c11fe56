package org.onrecord.ingest;

import java.util.List;
import org.onrecord.article.ArticleText;
import org.onrecord.article.RemovedText;
import org.onrecord.extraction.Analysis;

/**
 * A delivery, cleaned and analysed: all that is left to do is to store it.
 *
 * @param delivery as it was handed in, its metadata completed by what the item says of itself
 * @param receivedSha256 digest of the item as received
 * @param text what cleaning left of the item
 * @param removed what cleaning took out, in text order
 * @param analysis the quotes and names in the text's body
 */
public record PreparedArticle(
        Delivery delivery, String receivedSha256, ArticleText text, List<RemovedText> removed, Analysis analysis) {

    public PreparedArticle {
        removed = List.copyOf(removed);
    }
}
