package org.onrecord.cleaning.page;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.passage.Reason;
import org.onrecord.text.Phrases;
import org.onrecord.text.WordLists;

/** Tells from the name, role and classes of an element what part of a page it is. */
final class PageZones {

    /** A part over the story. */
    enum Role {
        HEADLINE,
        STANDFIRST,
        BYLINE,
        TIME
    }

    private static final Phrases UNSEEN = Phrases.of("""
            script | style | noscript | template | svg | iframe | object | embed | video | audio | canvas | head | title
            meta | link | map | datalist | option | select | textarea | input | progress | math | source
            """);

    private static final Map<String, Reason> REASONS = reasons();

    /** A class that begins with one of these says what is not there, or what only accompanies the element. */
    private static final Phrases DENIALS = Phrases.of("no | has | with | without | is | not | hide | show | free | js");

    private static final Map<String, List<String>> PARTS = WordLists.sections(PageZones.class, "part-words.txt");
    private static final Set<String> BODY = partWords("body");
    private static final Set<String> STANDFIRST = partWords("standfirst");
    private static final Set<String> BYLINE = partWords("byline");
    private static final Set<String> TIME = partWords("time");

    private PageZones() {}

    private static Map<String, Reason> reasons() {
        Map<String, Reason> reasons = new HashMap<>();
        WordLists.sections(PageZones.class, "zone-words.txt").forEach((section, words) -> {
            Reason reason = Reason.of(section);
            words.forEach(word -> reasons.put(word, reason));
        });
        return Map.copyOf(reasons);
    }

    private static Set<String> partWords(String part) {
        return Set.copyOf(PARTS.getOrDefault(part, List.of()));
    }

    /** Whether no reader sees the element. */
    static boolean isUnseen(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return UNSEEN.contains(element.normalName())
                || element.hasAttr("hidden")
                || style.contains("display:none")
                || style.contains("visibility:hidden");
    }

    /** Why the words of the element are not the story's, as far as its name and classes tell, or null. */
    static @Nullable Reason reason(Element element) {
        Reason byTag = byTag(element.normalName());
        if (byTag == Reason.CAPTION) {
            return byTag;
        }
        Reason byClass = byClass(element);
        if (byClass != null) {
            return byClass;
        }
        Reason byRole = byRole(element.attr("role").toLowerCase(Locale.ROOT));
        return byRole != null ? byRole : byTag;
    }

    private static @Nullable Reason byTag(String name) {
        return switch (name) {
            case "nav", "footer", "form", "button", "menu", "dialog" -> Reason.NAVIGATION;
            case "aside" -> Reason.RELATED;
            case "figcaption", "figure" -> Reason.CAPTION;
            default -> null;
        };
    }

    private static @Nullable Reason byRole(String role) {
        return switch (role) {
            case "navigation", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar" ->
                Reason.NAVIGATION;
            case "complementary" -> Reason.RELATED;
            default -> null;
        };
    }

    private static @Nullable Reason byClass(Element element) {
        for (String name : ElementNames.of(element)) {
            List<String> words = ElementNames.words(name);
            Reason whole = REASONS.get(String.join("", words));
            if (whole != null) {
                return whole;
            }
            boolean denied = words.size() > 1 && DENIALS.contains(words.get(0));
            Reason reason = denied ? null : byWords(words);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private static @Nullable Reason byWords(List<String> words) {
        Reason pair = byPair(words);
        if (pair != null || words.contains("free")) {
            return pair;
        }
        for (String word : words) {
            Reason reason = REASONS.get(word);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    /** "author-bio", "most-read", "read-more", "see-also". */
    private static @Nullable Reason byPair(List<String> words) {
        for (int index = 0; index + 1 < words.size(); index++) {
            Reason reason = REASONS.get(words.get(index) + words.get(index + 1));
            if (reason != null) {
                return reason;
            }
        }
        return words.contains("author") && (words.contains("box") || words.contains("about") || words.contains("info"))
                ? Reason.AUTHOR_BIO
                : null;
    }

    /** The part over the story that the element is, or null. */
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
        for (String name : ElementNames.of(element)) {
            List<String> parts = ElementNames.words(name);
            words.addAll(parts);
            words.add(String.join("", parts));
        }
        if (property.equals("alternativeheadline") || !Collections.disjoint(STANDFIRST, words)) {
            return Role.STANDFIRST;
        }
        if (!Collections.disjoint(BYLINE, words)) {
            return Role.BYLINE;
        }
        return Collections.disjoint(TIME, words) ? null : Role.TIME;
    }

    /** Whether the page marks the element as the one that holds the story. */
    static boolean isBody(Element element) {
        return element.attr("itemprop").equalsIgnoreCase("articleBody")
                || !Collections.disjoint(BODY, ElementNames.of(element));
    }

    static boolean isPullQuote(Element element) {
        return ElementNames.of(element).stream()
                .anyMatch(name -> name.replace("-", "").replace("_", "").contains("pullquote"));
    }
}
