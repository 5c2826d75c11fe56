package org.onrecord.cleaning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A news item with its parts apart, and what was removed from it because it does not belong to the article.
 *
 * @param headline one line; empty only if the item has none
 * @param standfirst the summary under the headline, or null
 * @param byline the credit line as printed, without "By", or null
 * @param dateline place and day as printed ("KYIV, Sept 16"), or null; it stays in the body too
 * @param publishedAt the time of publication that the item gives, or null
 * @param canonicalUrl where the item says it is published, an absolute http or https address, or null
 * @param siteName what the page calls its outlet, or null
 * @param language BCP 47 tag the page declares, or null
 * @param body NFC, {@code \n} line ends, paragraphs separated by one blank line, no trailing blanks
 * @param removed in text order
 */
public record CleanedArticle(
        String headline,
        @Nullable String standfirst,
        @Nullable String byline,
        @Nullable String dateline,
        @Nullable Instant publishedAt,
        @Nullable String canonicalUrl,
        @Nullable String siteName,
        @Nullable String language,
        String body,
        List<Removed> removed) {

    public CleanedArticle {
        removed = List.copyOf(removed);
    }

    /** An item that came without a web page. */
    public CleanedArticle(
            String headline,
            @Nullable String standfirst,
            @Nullable String byline,
            @Nullable String dateline,
            @Nullable Instant publishedAt,
            String body,
            List<Removed> removed) {
        this(headline, standfirst, byline, dateline, publishedAt, null, null, null, body, removed);
    }
}
