package org.onrecord.article;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of an article without what does not tell it from others: the case of scheme and host, the default port,
 * the fragment, the parameters that only say where a reader came from.
 *
 * @param value absolute, http or https, ASCII
 */
public record CanonicalUrl(String value) {

    private static final Set<String> REFERRAL_PARAMETERS =
            Set.of("fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid");

    /**
     * Reads an address as people paste it.
     *
     * @throws URISyntaxException if it is not an absolute http(s) URL
     */
    public static CanonicalUrl parse(String typed) throws URISyntaxException {
        URI uri = new URI(typed.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new URISyntaxException(typed, "must begin with http:// or https://");
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String address = scheme + "://" + authority(typed, uri, scheme) + path + query(uri.getRawQuery());
        return new CanonicalUrl(new URI(address).toASCIIString());
    }

    /** As {@link #parse}, empty where it is no absolute http(s) URL. */
    public static Optional<CanonicalUrl> read(String typed) {
        try {
            return Optional.of(parse(typed));
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }

    private static String authority(String typed, URI uri, String scheme) throws URISyntaxException {
        String authority = uri.getRawAuthority();
        if (authority == null || authority.isEmpty() || authority.contains("@")) {
            throw new URISyntaxException(typed, "must name a host and no user");
        }
        int colon = authority.startsWith("[") ? authority.indexOf(':', authority.indexOf(']')) : authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "" : authority.substring(colon);
        try {
            String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            return ascii.toLowerCase(Locale.ROOT) + (isDefaultPort(scheme, port) ? "" : port);
        } catch (IllegalArgumentException notAHost) {
            throw new URISyntaxException(typed, "must name a host");
        }
    }

    private static boolean isDefaultPort(String scheme, String port) {
        return port.isEmpty() || port.equals(":") || port.equals(scheme.equals("http") ? ":80" : ":443");
    }

    private static String query(@Nullable String query) {
        if (query == null) {
            return "";
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !saysWhereFrom(pair))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean saysWhereFrom(String pair) {
        int equals = pair.indexOf('=');
        String name = (equals < 0 ? pair : pair.substring(0, equals)).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || REFERRAL_PARAMETERS.contains(name);
    }
}
