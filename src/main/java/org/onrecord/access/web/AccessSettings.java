package org.onrecord.access.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about access.
 *
 * @param allowedHosts names under which the service may be asked, besides the machine's own; empty: any, once keys are
 *     asked for
 * @param allowedOrigins web pages of which other sites may ask, like {@code https://desk.example.org}; empty: none
 * @param rolesClaim the claim of a token that names the caller's roles
 * @param requestsPerMinute how often each key's or token's holder may ask; 0: as often as it likes
 */
@ConfigurationProperties("onrecord.access")
record AccessSettings(
        @DefaultValue List<String> allowedHosts,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("6000") int requestsPerMinute) {}
