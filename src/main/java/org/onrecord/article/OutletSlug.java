package org.onrecord.article;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * An outlet's short name in addresses and parameters: 1 to 64 ASCII letters, digits and inner hyphens, lower case.
 */
public record OutletSlug(String value) {

    /** The greatest length, in characters. */
    public static final int MAX_LENGTH = 64;

    /** What a slug is like, for those who wrote none. */
    public static final String RULE = "must be 1 to " + MAX_LENGTH + " letters a to z, digits and inner hyphens";

    public OutletSlug {
        if (!isSlug(value)) {
            throw new IllegalArgumentException("not an outlet slug: '" + value + "'");
        }
    }

    /** Reads a slug as people type it: surrounding blanks and upper case are forgiven. */
    public static Optional<OutletSlug> parse(String typed) {
        String value = typed.strip().toLowerCase(Locale.ROOT);
        return isSlug(value) ? Optional.of(new OutletSlug(value)) : Optional.empty();
    }

    /** A slug made from an outlet's name: "The Harbour Gazette" → "the-harbour-gazette"; empty where no letter fits. */
    public static Optional<OutletSlug> fromName(String name) {
        StringBuilder slug = new StringBuilder();
        for (char c : Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .toCharArray()) {
            boolean fits = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            boolean separates = Character.isWhitespace(c) || c == '-' || c == '.' || c == '/' || c == '_';
            if (fits && slug.length() < MAX_LENGTH) {
                slug.append(c);
            } else if (separates
                    && !slug.isEmpty()
                    && slug.length() < MAX_LENGTH
                    && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        String value = slug.toString();
        return parse(value.endsWith("-") ? value.substring(0, value.length() - 1) : value);
    }

    private static boolean isSlug(String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH || value.startsWith("-") || value.endsWith("-")) {
            return false;
        }
        return value.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
    }
}
