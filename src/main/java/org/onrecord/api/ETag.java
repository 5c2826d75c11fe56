package org.onrecord.api;

import java.util.Arrays;
import java.util.HexFormat;
import org.onrecord.kernel.Sha256;

/**
 * A strong entity tag (RFC 9110, 8.8.3): the version of a resource and, after a dot, which of its representations.
 * Changing a resource asks for the version only, reading compares both.
 *
 * @param value the tag without its quotes: visible ASCII without {@code "}
 */
public record ETag(String value) {

    public ETag {
        if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c >= 0x7f || c == '"')) {
            throw new IllegalArgumentException("not an entity tag: " + value);
        }
    }

    /** The tag of a resource in this version, the one its row carries. */
    public static ETag of(long version) {
        return new ETag(Long.toString(version));
    }

    /**
     * The same version, shown differently: expanded, with chosen members, in another format.
     *
     * @param parts all that the representation depends on besides the version
     */
    public ETag variant(Object... parts) {
        return new ETag(version() + "." + HexFormat.of().formatHex(Sha256.of(Arrays.toString(parts)), 0, 6));
    }

    /** The part that names the version of the resource. */
    String version() {
        int dot = value.indexOf('.');
        return dot < 0 ? value : value.substring(0, dot);
    }

    /** The tag as a header carries it, in quotes. */
    @Override
    public String toString() {
        return '"' + value + '"';
    }
}
