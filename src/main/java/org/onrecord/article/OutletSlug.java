package org.onrecord.article;

import java.util.Locale;
import java.util.Optional;

/**
 * An outlet's short name in addresses and parameters: 1 to 64 ASCII letters, digits and inner hyphens, lower case.
 */
public record OutletSlug(String value) {

    /** The greatest length, in characters. */
    public static final int MAX_LENGTH = 64;

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

    private static boolean isSlug(String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH || value.startsWith("-") || value.endsWith("-")) {
            return false;
        }
        return value.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
    }
}
