package org.onrecord.cleaning.page;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Reason;

/**
 * Decides which elements of a page are set aside and which are parts over the story. It believes the names that
 * {@link PageZones} reads only where the amount of text in the element does not speak against them.
 */
final class Zoning {

    private static final int LONGEST_ROLE = 250;

    private static final Set<String> NEVER_ZONES = Set.of("html", "body", "main", "article", "h1", "time");

    private final TextWeights weights;

    Zoning(TextWeights weights) {
        this.weights = weights;
    }

    /** Why the words of the element are not the story's, or null. */
    @Nullable
    Reason zone(Element element) {
        String name = element.normalName();
        if (NEVER_ZONES.contains(name)) {
            return null;
        }
        if (name.equals("table")) {
            return isLayout(element) ? null : Reason.TABLE;
        }
        if (name.equals("header")) {
            boolean banner = element.attr("role").equals("banner")
                    || element.parent() != null && element.parent().normalName().equals("body");
            boolean small = banner && !weights.isMost(element);
            return small ? Reason.NAVIGATION : null;
        }
        Reason reason = PageZones.reason(element);
        if (reason == null || weights.isMost(element)) {
            return null;
        }
        // A paragraph of prose belongs to the story, whatever its class is called.
        boolean prose = name.equals("p")
                && Passage.of(element.text(), 0).isProse()
                && reason != Reason.CAPTION
                && reason != Reason.AUTHOR_BIO;
        return prose ? null : reason;
    }

    /** Whether the table holds paragraphs, not figures: old pages lay out their columns with tables. */
    private boolean isLayout(Element table) {
        TextWeights.Weight weight = weights.at(table);
        return weight.holdsLandmark()
                || weight.paragraphCharacters() >= 200
                || weight.longestText() >= 200
                || table.attr("role").equals("presentation");
    }

    /** The part over the story that the element is, or null. */
    PageZones.@Nullable Role role(Element element) {
        PageZones.Role role = PageZones.role(element);
        boolean headline = role == PageZones.Role.HEADLINE;
        boolean wide = weights.at(element).characters() > LONGEST_ROLE * (role == PageZones.Role.STANDFIRST ? 4 : 1);
        return role == null || !headline && (wide || weights.at(element).holdsLandmark()) ? null : role;
    }
}
