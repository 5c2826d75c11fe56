package org.onrecord.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleStatus;
import org.onrecord.article.CanonicalUrl;
import org.onrecord.article.OutletSlug;
import org.onrecord.cleaning.CleanedArticle;
import org.onrecord.cleaning.Cleaner;
import org.onrecord.text.StoredText;

/**
 * A news item as somebody hands it in: what it says, and what they say about it.
 *
 * @param metadata what is known besides the text
 * @param content the item itself
 * @param clean whether to take out what is not part of the article
 */
public record Delivery(Metadata metadata, Content content, boolean clean) {

    /**
     * What is said about an item. Everything may be left out: unknown is an honest answer.
     *
     * @param outlet its outlet's slug; made if the archive does not know it
     * @param outletName what to call the outlet if it must be made
     * @param url canonical, absolute http(s)
     * @param externalId the outlet's own id
     * @param language BCP 47
     * @param status null for published
     */
    public record Metadata(
            @Nullable OutletSlug outlet,
            @Nullable String outletName,
            @Nullable String url,
            @Nullable String externalId,
            @Nullable Instant publishedAt,
            @Nullable Instant modifiedAt,
            @Nullable String section,
            List<String> tags,
            @Nullable String rights,
            @Nullable String language,
            @Nullable ArticleStatus status) {

        /** Nothing is said about the item. */
        public static final Metadata NONE =
                new Metadata(null, null, null, null, null, null, null, List.of(), null, null, null);

        /** The same, with what the item says of itself where the deliverer says nothing. */
        Metadata completedBy(CleanedArticle item) {
            String site = item.siteName();
            return new Metadata(
                    outlet == null && site != null ? OutletSlug.fromName(site).orElse(null) : outlet,
                    outlet == null ? site : outletName,
                    url == null ? canonical(item.canonicalUrl()) : url,
                    externalId,
                    publishedAt == null ? item.publishedAt() : publishedAt,
                    modifiedAt,
                    section,
                    tags,
                    rights,
                    language == null ? item.language() : language,
                    status);
        }

        /** What an item claims to be its address may be anything; what is none counts for nothing. */
        private static @Nullable String canonical(@Nullable String claimed) {
            return claimed == null
                    ? null
                    : CanonicalUrl.read(claimed).map(CanonicalUrl::value).orElse(null);
        }
    }

    /** The item itself, in the form it came. */
    public sealed interface Content {

        String mediaType();

        /** Its words as received: what the archive keeps. */
        String received();

        /** The article in it, with everything else taken out. */
        CleanedArticle cleaned(Cleaner cleaner);

        /** The article as it stands, nothing taken out. */
        CleanedArticle verbatim();
    }

    /** Text as somebody pasted it: the first line is the headline. */
    public record PastedText(String received) implements Content {

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public CleanedArticle cleaned(Cleaner cleaner) {
            return cleaner.cleanText(received);
        }

        @Override
        public CleanedArticle verbatim() {
            String text = StoredText.of(received);
            int lineEnd = text.indexOf('\n');
            String headline = lineEnd < 0 ? text : text.substring(0, lineEnd);
            String body = lineEnd < 0 ? "" : text.substring(lineEnd).strip();
            return new CleanedArticle(headline.strip(), null, null, null, null, body, List.of());
        }
    }

    /** A web page, or the part of one that holds the article. */
    public record WebPage(String received) implements Content {

        @Override
        public String mediaType() {
            return "text/html";
        }

        @Override
        public CleanedArticle cleaned(Cleaner cleaner) {
            return cleaner.cleanHtml(received);
        }

        /** A page without its markup is a cleaned page; there is no other reading of it. */
        @Override
        public CleanedArticle verbatim() {
            throw new UnsupportedOperationException("a web page has no verbatim text");
        }
    }

    /**
     * An article whose parts are apart already.
     *
     * @param received the whole as it came
     */
    public record Parts(
            String received,
            String headline,
            @Nullable String standfirst,
            @Nullable String byline,
            @Nullable String dateline,
            String body)
            implements Content {

        @Override
        public String mediaType() {
            return "application/json";
        }

        @Override
        public CleanedArticle cleaned(Cleaner cleaner) {
            CleanedArticle found = cleaner.cleanBody(headline, body);
            return new CleanedArticle(
                    found.headline(),
                    standfirst == null ? found.standfirst() : standfirst,
                    byline == null ? found.byline() : byline,
                    dateline == null ? found.dateline() : dateline,
                    found.publishedAt(),
                    found.body(),
                    found.removed());
        }

        @Override
        public CleanedArticle verbatim() {
            return new CleanedArticle(headline, standfirst, byline, dateline, null, StoredText.of(body), List.of());
        }
    }
}
