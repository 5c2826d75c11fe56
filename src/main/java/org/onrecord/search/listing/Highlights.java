package org.onrecord.search.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a result holds the words looked for: fragments of HTML, everything escaped, the words in {@code <mark>}.
 *
 * @param headline the whole headline, null where it holds none of the words
 * @param fragments the best places in the text, in text order
 */
public record Highlights(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String headline, List<String> fragments) {

    public Highlights {
        fragments = List.copyOf(fragments);
    }
}
