package org.onrecord.access.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Role;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Takes the caller and its role from a checked token: the highest of the roles its claim names. */
final class TokenRoles implements Converter<Jwt, AbstractAuthenticationToken> {

    private final String claim;

    TokenRoles(String claim) {
        this.claim = claim;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        if (token.getSubject() == null) {
            throw new InvalidBearerTokenException("the token names no subject");
        }
        String id = "user:" + token.getSubject();
        return names(token.getClaim(claim)).stream()
                .flatMap(name ->
                        Arrays.stream(Role.values()).filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT))))
                .max(Comparator.naturalOrder())
                .map(role -> new KnownCaller(role.caller(id, name(token)), role))
                .orElseThrow(() -> new InvalidBearerTokenException("the token names no role of this service"));
    }

    private static String name(Jwt token) {
        var preferred = token.getClaimAsString("preferred_username");
        return preferred == null ? String.valueOf(token.getSubject()) : preferred;
    }

    /** The claim may be a list or a string with blanks, as scopes are. */
    private static List<String> names(@Nullable Object claimed) {
        if (claimed instanceof Collection<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return claimed == null ? List.of() : List.of(claimed.toString().split("[ ,]+"));
    }
}
