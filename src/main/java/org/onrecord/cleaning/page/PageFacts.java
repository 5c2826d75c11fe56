package org.onrecord.cleaning.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.credit.PublicationTime;
import org.onrecord.cleaning.passage.NameShape;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Tokens;
import org.onrecord.text.Phrases;
import org.onrecord.text.StoredText;

/** What a page says about its article outside the visible text: in Open Graph, JSON-LD, links and attributes. */
final class PageFacts {

    private static final Phrases TIME_NAMES = Phrases.of("""
            article:published_time | og:article:published_time | article:published | parsely-pub-date | pubdate
            publish-date | publishdate | publication_date | date.published | dc.date.issued | dcterms.created
            dc.date | dcterms.date | sailthru.date | datepublished | og:published_time | cxenseparse:recs:publishtime
            publishtime | article.published | date | originalpublicationdate | iso-8601-publish-date
            """);

    private static final Phrases AUTHOR_NAMES = Phrases.of("""
            author | article:author | byl | parsely-author | sailthru.author | dc.creator | dcterms.creator | authors
            """);

    private final Document page;
    private final Map<String, String> metas = new HashMap<>();
    private Map<String, Object> structured = Map.of();

    PageFacts(Document page) {
        this.page = page;
        for (Element meta : page.getElementsByTag("meta")) {
            String content = meta.attr("content").strip();
            for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
                String name = meta.attr(key).strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !content.isEmpty()) {
                    metas.putIfAbsent(name, content);
                }
            }
        }
        for (Element script : page.getElementsByTag("script")) {
            if (structured.isEmpty()
                    && script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
                structured = StructuredData.article(script.data());
            }
        }
    }

    /** The headline as the page tells it to social networks and search engines, without the name of the outlet. */
    String headline() {
        String headline = metas.get("og:title");
        if (headline == null) {
            headline = StructuredData.text(structured.get("headline"));
        }
        if (headline == null) {
            headline = metas.get("twitter:title");
        }
        return withoutSite(StoredText.line(headline == null ? page.title() : headline));
    }

    /** Removes " | Harbour News" and " - BBC News" from the end of a title. */
    private String withoutSite(String title) {
        String site = siteName();
        for (String mark : List.of(" | ", " :: ", " — ", " – ", " - ", " · ", " » ")) {
            int cut = title.lastIndexOf(mark);
            String end = cut < 0 ? "" : title.substring(cut + mark.length());
            boolean named = site != null
                    && (end.equalsIgnoreCase(site)
                            || site.toLowerCase(Locale.ROOT).contains(end.toLowerCase(Locale.ROOT)));
            boolean bar = mark.equals(" | ") || mark.equals(" :: ") || mark.equals(" · ") || mark.equals(" » ");
            boolean short_ = Tokens.of(end).size() <= 4
                    && Tokens.of(title.substring(0, Math.max(cut, 0))).size() >= 4;
            if (cut > 0 && (named || short_ && (bar || site == null && isName(end)))) {
                return withoutSite(title.substring(0, cut).strip());
            }
        }
        return title;
    }

    private static boolean isName(String words) {
        return Tokens.of(words).stream().allMatch(NameShape::mayBelong) && Passage.finalMark(words) == ' ';
    }

    @Nullable
    String author() {
        String author = StructuredData.text(structured.get("author"));
        for (String name : AUTHOR_NAMES.all()) {
            if (author == null || author.startsWith("http")) {
                author = metas.get(name);
            }
        }
        if (author == null || author.startsWith("http") || author.length() > 200) {
            return null;
        }
        String line = StoredText.line(author);
        String plain = line.toLowerCase(Locale.ROOT);
        return line.isEmpty() ? null : plain.startsWith("by ") ? line.substring(3) : line;
    }

    @Nullable
    Instant publishedAt() {
        Instant time = PublicationTime.parse(StructuredData.text(structured.get("datePublished")));
        for (String name : TIME_NAMES.all()) {
            time = time != null ? time : PublicationTime.parse(metas.get(name));
        }
        if (time == null) {
            for (Element element : page.select("[itemprop=datePublished], time[pubdate], time[datetime]")) {
                String printed = element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content");
                time = time != null ? time : PublicationTime.parse(printed);
            }
        }
        return time;
    }

    @Nullable
    String canonicalUrl() {
        Element link = page.selectFirst("link[rel=canonical][href]");
        String url = link == null ? metas.get("og:url") : link.attr("href").strip();
        if (link != null && !isAbsolute(url)) {
            url = metas.get("og:url");
        }
        return isAbsolute(url) ? url : null;
    }

    private static boolean isAbsolute(@Nullable String url) {
        if (url == null || url.length() > 2048) {
            return false;
        }
        try {
            URI address = new URI(url);
            return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    @Nullable
    String siteName() {
        String site = metas.get("og:site_name");
        if (site == null) {
            site = StructuredData.text(structured.get("publisher"));
        }
        if (site == null) {
            site = metas.get("application-name");
        }
        String line = site == null || site.length() > 200 ? "" : StoredText.line(site);
        return line.isEmpty() ? null : line;
    }

    @Nullable
    String language() {
        Element html = page.selectFirst("html[lang]");
        String tag = html != null ? html.attr("lang") : StructuredData.text(structured.get("inLanguage"));
        if (tag == null) {
            tag = metas.get("content-language");
        }
        if (tag == null || tag.isBlank()) {
            return null;
        }
        try {
            return new Locale.Builder()
                    .setLanguageTag(tag.strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException notATag) {
            return null;
        }
    }

    /** The text of the story as the page tells it to search engines; empty if it does not. */
    String articleBody() {
        Object body = structured.get("articleBody");
        return body instanceof String text ? text : "";
    }
}
