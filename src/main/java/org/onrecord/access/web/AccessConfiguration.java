package org.onrecord.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.onrecord.access.AccessKeys;
import org.onrecord.access.AuditTrail;
import org.onrecord.api.Caller;
import org.onrecord.api.RequestIds;
import org.onrecord.api.input.RequestArgument;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The rules every request passes: from a trusted place, by a known caller, whose role may do this. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

    private static final String API = "/api/v1/**";

    /** Made before the web server listens; refuses to be made when strangers would find an open door. */
    @Bean
    @DependsOnDatabaseInitialization
    LocalMode localMode(ServerProperties server, ObjectProvider<JwtDecoder> tokens, AccessKeys keys) {
        return new LocalMode(server.getAddress(), tokens.getIfAvailable() != null, keys);
    }

    /** How long each filter takes, told anew with every request: a cost without a reader. */
    @Bean
    static SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    KnownPaths knownPaths(
            ObjectProvider<RequestMappingInfoHandlerMapping> mappings,
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> problems) {
        return new KnownPaths(mappings, problems);
    }

    @Bean
    SecurityFilterChain access(
            HttpSecurity http, LocalMode mode, AccessKeys keys, AccessSettings settings, KnownPaths paths)
            throws Exception {
        var refusals = new Refusals(paths);
        http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .cors(AbstractHttpConfigurer::disable)
                .addFilter(cors(settings))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new TrustedPlaceFilter(mode, settings), SecurityContextHolderFilter.class)
                .addFilterBefore(new KeyFilter(keys, mode, refusals), AnonymousAuthenticationFilter.class)
                .addFilterBefore(
                        new RateLimitFilter(new RateLimits(settings.requestsPerMinute(), System::nanoTime)),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.OPTIONS)
                        .permitAll()
                        .requestMatchers(OpenPaths.READABLE)
                        .permitAll()
                        .requestMatchers("/api/v1/keys/**", "/api/v1/audit/**", "/api/v1/admin/**")
                        .hasRole("ADMIN")
                        .requestMatchers(HttpMethod.GET, API)
                        .hasRole("READER")
                        .requestMatchers(HttpMethod.HEAD, API)
                        .hasRole("READER")
                        // Changes nothing, for all that it is a POST.
                        .requestMatchers(HttpMethod.POST, "/api/v1/extract")
                        .hasRole("READER")
                        .requestMatchers(API)
                        .hasRole("EDITOR")
                        .requestMatchers("/actuator/**")
                        .hasRole("READER")
                        .anyRequest()
                        .permitAll());
        if (mode.areTokensChecked()) {
            http.oauth2ResourceServer(server -> server.bearerTokenResolver(exceptKeys())
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals)
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(new TokenRoles(settings.rolesClaim()))));
        }
        return http.build();
    }

    /** Keys come as bearer tokens too, but are none. */
    private static BearerTokenResolver exceptKeys() {
        var tokens = new DefaultBearerTokenResolver();
        return request -> {
            var authorization = request.getHeader("Authorization");
            return authorization != null && authorization.contains(" " + AccessKeys.PREFIX)
                    ? null
                    : tokens.resolve(request);
        };
    }

    private static CorsFilter cors(AccessSettings settings) {
        var source = new UrlBasedCorsConfigurationSource();
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(settings.allowedOrigins());
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of("*"));
        rules.setExposedHeaders(
                List.of("ETag", "Link", "Location", "Retry-After", "Idempotency-Replayed", RequestIds.HEADER));
        rules.setMaxAge(3600L);
        source.registerCorsConfiguration("/api/**", rules);
        source.registerCorsConfiguration("/v3/api-docs/**", rules);
        var filter = new CorsFilter(source);
        filter.setCorsProcessor(new DefaultCorsProcessor() {

            /** Told as a problem by the error page, not as the plain text Spring would write. */
            @Override
            protected void rejectRequest(ServerHttpResponse response) throws IOException {
                ((ServletServerHttpResponse) response).getServletResponse().sendError(403);
            }
        });
        return filter;
    }

    @Bean
    AuditOfWrites auditOfWrites(ObjectProvider<AuditTrail> trail) {
        return new AuditOfWrites(trail);
    }

    @Bean
    WebMvcConfigurer accessConventions(AuditOfWrites audit) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(audit);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RequestArgument<>(Caller.class, AccessConfiguration::caller));
            }
        };
    }

    private static Caller caller(HttpServletRequest request) {
        var known = (KnownCaller) Objects.requireNonNull(request.getUserPrincipal());
        return known.getPrincipal();
    }
}
