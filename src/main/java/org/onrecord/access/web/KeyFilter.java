package org.onrecord.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AccessKeys;
import org.onrecord.access.Role;
import org.onrecord.api.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets callers in by their key, and whoever sits at this machine where no keys are asked for. */
final class KeyFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final AccessKeys keys;
    private final LocalMode mode;
    private final AuthenticationEntryPoint refusal;

    KeyFilter(AccessKeys keys, LocalMode mode, AuthenticationEntryPoint refusal) {
        this.keys = keys;
        this.mode = mode;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            known(request).ifPresent(KeyFilter::letIn);
        } catch (AuthenticationException unknown) {
            refusal.commence(request, response, unknown);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Authentication> known(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return OpenPaths.needNobody(request) || !mode.isOpen()
                    ? Optional.empty()
                    : Optional.of(new KnownCaller(Caller.LOCAL, Role.ADMIN));
        }
        var secret = bearerToken(authorization);
        if (secret != null && secret.startsWith(AccessKeys.PREFIX)) {
            var key = keys.open(secret)
                    .orElseThrow(() -> new BadCredentialsException("The key is unknown, expired or revoked."));
            return Optional.of(new KnownCaller(key.role().caller("key:" + key.id(), key.name()), key.role()));
        }
        if (secret != null && mode.areTokensChecked()) {
            return Optional.empty();
        }
        throw new BadCredentialsException("Authorization must be Bearer and a key, which begins with or_.");
    }

    private static @Nullable String bearerToken(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }

    private static void letIn(Authentication caller) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(caller);
        SecurityContextHolder.setContext(context);
    }
}
