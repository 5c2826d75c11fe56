package org.onrecord.cleaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads off an element's name, role and classes what part of a page it is. */
final class PageZones {

    /** What a part over a story is. */
    enum Role {
        HEADLINE,
        STANDFIRST,
        BYLINE,
        TIME
    }

    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "embed",
            "video",
            "audio",
            "canvas",
            "head",
            "title",
            "meta",
            "link",
            "map",
            "datalist",
            "option",
            "select",
            "textarea",
            "input",
            "progress",
            "math",
            "source");

    private static final Map<String, Reason> TAGS = Map.of(
            "nav",
            Reason.NAVIGATION,
            "footer",
            Reason.NAVIGATION,
            "aside",
            Reason.RELATED,
            "figcaption",
            Reason.CAPTION,
            "figure",
            Reason.CAPTION,
            "form",
            Reason.NAVIGATION,
            "button",
            Reason.NAVIGATION,
            "menu",
            Reason.NAVIGATION,
            "dialog",
            Reason.NAVIGATION);

    private static final Map<String, Reason> ROLES = Map.of(
            "navigation",
            Reason.NAVIGATION,
            "complementary",
            Reason.RELATED,
            "contentinfo",
            Reason.NAVIGATION,
            "search",
            Reason.NAVIGATION,
            "dialog",
            Reason.NAVIGATION,
            "alertdialog",
            Reason.NAVIGATION,
            "menu",
            Reason.NAVIGATION,
            "menubar",
            Reason.NAVIGATION,
            "toolbar",
            Reason.NAVIGATION);

    private static final Map<String, Reason> WORDS = words();

    /** Before one of these words a class says what is not there, or what merely goes along. */
    private static final Set<String> DENIALS =
            Set.of("no", "has", "with", "without", "is", "not", "hide", "show", "free", "js");

    private static final Set<String> BODY_CLASSES = Set.of(
            "article-body",
            "articlebody",
            "article__body",
            "article_body",
            "story-body",
            "storybody",
            "story__body",
            "story_body",
            "entry-content",
            "post-content",
            "post__content",
            "post-body",
            "article-content",
            "articlecontent",
            "article__content",
            "article_content",
            "story-content",
            "story__content",
            "storycontent",
            "article-text",
            "articletext",
            "article__text",
            "article-main-body",
            "content__article-body",
            "article-body-content",
            "article-body-text",
            "body-copy",
            "bodycopy",
            "td-post-content",
            "caas-body",
            "richtextstorybody",
            "richtextbody",
            "story-text",
            "storytext",
            "single-content",
            "article-copy",
            "articlebody__content",
            "main-article-body",
            "article-page__content",
            "news-content",
            "article-detail",
            "articlebodycontent",
            "mol-article",
            "sdc-article-body",
            "wysiwyg--all-content",
            "article-wrap__content",
            "story-details",
            "field-name-body",
            "article-paragraphs",
            "the-content");

    private PageZones() {}

    private static Map<String, Reason> words() {
        Map<String, Reason> words = new HashMap<>();
        put(
                words,
                Reason.SHARE_BAR,
                "share",
                "sharing",
                "shares",
                "social",
                "sharebar",
                "sharetools",
                "addthis",
                "sharethis",
                "addtoany",
                "socials",
                "sharedaddy",
                "sharebuttons",
                "shareable");
        put(
                words,
                Reason.NEWSLETTER,
                "newsletter",
                "newsletters",
                "signup",
                "subscribe",
                "subscription",
                "mailchimp",
                "mailinglist",
                "optin");
        put(words, Reason.CONSENT, "cookie", "cookies", "consent", "gdpr", "onetrust", "cmp", "cookiebar", "privacy");
        put(
                words,
                Reason.ADVERTISEMENT,
                "ad",
                "ads",
                "advert",
                "adverts",
                "advertisement",
                "advertising",
                "adslot",
                "adunit",
                "sponsored",
                "sponsor",
                "taboola",
                "outbrain",
                "dfp",
                "promoted",
                "adbox",
                "adcontainer",
                "adwrapper",
                "mpu",
                "leaderboard",
                "commercial");
        put(
                words,
                Reason.RELATED,
                "related",
                "recommended",
                "recommendations",
                "recommendation",
                "recirc",
                "readmore",
                "morefrom",
                "mostread",
                "popular",
                "trending",
                "teaser",
                "teasers",
                "promo",
                "promos",
                "promobox",
                "seealso",
                "alsoread",
                "nextup",
                "relateds",
                "relatedstories",
                "relatedarticles",
                "relatedlinks",
                "tags",
                "topics",
                "taglist",
                "keywords",
                "onwards");
        put(words, Reason.COMMENTS, "comments", "disqus", "commenting", "respond", "commentlist");
        put(
                words,
                Reason.NAVIGATION,
                "breadcrumb",
                "breadcrumbs",
                "menu",
                "navbar",
                "nav",
                "navigation",
                "toolbar",
                "skip",
                "skiplink",
                "masthead",
                "pagination",
                "pager",
                "sidebar",
                "rail",
                "footer",
                "topbar",
                "offcanvas",
                "modal",
                "popup",
                "paywall",
                "tooltip");
        put(
                words,
                Reason.CAPTION,
                "caption",
                "captions",
                "credit",
                "credits",
                "figcaption",
                "imagecaption",
                "photocredit");
        put(words, Reason.AUTHOR_BIO, "bio", "authorbio", "authorbox", "aboutauthor");
        put(words, Reason.TRAILER, "copyright", "disclaimer");
        return Map.copyOf(words);
    }

    private static void put(Map<String, Reason> words, Reason reason, String... each) {
        for (String word : each) {
            words.put(word, reason);
        }
    }

    /** Whether no reader sees it. */
    static boolean isUnseen(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || style.contains("display:none")
                || style.contains("visibility:hidden");
    }

    /** Why an element's words are not the story's, as far as its name and classes tell, or null. */
    static @Nullable Reason reason(Element element) {
        Reason byClass = byClass(element);
        Reason byTag = TAGS.get(element.normalName());
        if (byTag == Reason.CAPTION) {
            return byTag;
        }
        if (byClass != null) {
            return byClass;
        }
        Reason byRole = ROLES.get(element.attr("role").toLowerCase(Locale.ROOT));
        return byRole != null ? byRole : byTag;
    }

    private static @Nullable Reason byClass(Element element) {
        for (String token : tokens(element)) {
            List<String> parts = parts(token);
            boolean denied = parts.size() > 1 && DENIALS.contains(parts.get(0));
            Reason whole = WORDS.get(String.join("", parts));
            if (whole != null) {
                return whole;
            }
            Reason pair = twoWords(parts);
            if (pair != null && !denied) {
                return pair;
            }
            for (String part : parts) {
                Reason reason = WORDS.get(part);
                if (reason != null && !denied && !parts.contains("free")) {
                    return reason;
                }
            }
        }
        return null;
    }

    /** "author-bio", "most-read", "read-more", "see-also". */
    private static @Nullable Reason twoWords(List<String> parts) {
        for (int index = 0; index + 1 < parts.size(); index++) {
            String pair = parts.get(index) + parts.get(index + 1);
            Reason reason = WORDS.get(pair);
            if (reason != null) {
                return reason;
            }
        }
        return parts.contains("author") && (parts.contains("box") || parts.contains("about") || parts.contains("info"))
                ? Reason.AUTHOR_BIO
                : null;
    }

    static @Nullable Role role(Element element) {
        if (element.normalName().equals("h1")) {
            return Role.HEADLINE;
        }
        String property = element.attr("itemprop").toLowerCase(Locale.ROOT);
        if (property.contains("author") || element.attr("rel").equalsIgnoreCase("author")) {
            return Role.BYLINE;
        }
        if (property.contains("datepublished")
                || property.contains("datemodified")
                || element.normalName().equals("time")) {
            return Role.TIME;
        }
        Set<String> words = new HashSet<>();
        for (String token : tokens(element)) {
            List<String> parts = parts(token);
            words.addAll(parts);
            words.add(String.join("", parts));
        }
        return roleOf(words, property);
    }

    private static @Nullable Role roleOf(Set<String> words, String property) {
        if (containsAny(
                        words,
                        "standfirst",
                        "dek",
                        "deck",
                        "subtitle",
                        "subheadline",
                        "subhead",
                        "articlesummary",
                        "storysummary",
                        "articlesubtitle",
                        "strapline",
                        "articleexcerpt",
                        "articledescription",
                        "synopsis",
                        "selectionshareable-standfirst")
                || property.equals("alternativeheadline")) {
            return Role.STANDFIRST;
        }
        if (containsAny(
                words,
                "byline",
                "author",
                "authors",
                "bylines",
                "articleauthor",
                "contributors",
                "writer",
                "authorname")) {
            return Role.BYLINE;
        }
        if (containsAny(
                words,
                "timestamp",
                "pubdate",
                "publishdate",
                "publishedat",
                "datetime",
                "articledate",
                "postdate",
                "entrydate",
                "publisheddate",
                "postedon",
                "lastupdated",
                "dateline")) {
            return Role.TIME;
        }
        return null;
    }

    private static boolean containsAny(Set<String> words, String... wanted) {
        for (String word : wanted) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it says of itself that it holds the story's text. */
    static boolean isBody(Element element) {
        if (element.attr("itemprop").equalsIgnoreCase("articleBody")) {
            return true;
        }
        for (String token : tokens(element)) {
            if (BODY_CLASSES.contains(token)) {
                return true;
            }
        }
        return false;
    }

    static boolean isPullQuote(Element element) {
        for (String token : tokens(element)) {
            if (token.replace("-", "").replace("_", "").contains("pullquote")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> tokens(Element element) {
        if (element.attributesSize() == 0) {
            return List.of();
        }
        String names = element.className() + " " + element.id() + " " + element.attr("data-component");
        List<String> tokens = new ArrayList<>();
        if (names.length() > 1_000) {
            return tokens;
        }
        for (int start = 0, index = 0; index <= names.length(); index++) {
            if (index == names.length() || names.charAt(index) <= ' ') {
                if (index > start) {
                    // camelCase is told apart before letters are made small.
                    tokens.add(uncamelled(names.substring(start, index)));
                }
                start = index + 1;
            }
        }
        return tokens;
    }

    private static String uncamelled(String token) {
        StringBuilder plain = new StringBuilder(token.length() + 4);
        for (int index = 0; index < token.length(); index++) {
            char character = token.charAt(index);
            if (index > 0 && Character.isUpperCase(character) && Character.isLowerCase(token.charAt(index - 1))) {
                plain.append('-');
            }
            plain.append(Character.toLowerCase(character));
        }
        return plain.toString();
    }

    private static List<String> parts(String token) {
        List<String> parts = new ArrayList<>();
        for (int start = 0, index = 0; index <= token.length(); index++) {
            if (index == token.length() || !Character.isLetterOrDigit(token.charAt(index))) {
                if (index > start) {
                    parts.add(token.substring(start, index));
                }
                start = index + 1;
            }
        }
        return parts;
    }
}
