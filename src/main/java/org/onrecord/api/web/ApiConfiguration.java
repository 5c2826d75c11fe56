package org.onrecord.api.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.core.StandardHost;
import org.onrecord.api.Cursors;
import org.onrecord.api.IdempotencyKey;
import org.onrecord.api.Preconditions;
import org.onrecord.api.input.RequestArgument;
import org.onrecord.api.input.SensibleTime;
import org.onrecord.kernel.Sha256;
import org.slf4j.MDC;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.core.task.TaskDecorator;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the conventions in place for every controller there is. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    /** Ticks in microseconds, which is what the database keeps: what is answered and what is read back are the same. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    /** Answers that are streamed are written by another thread; what it logs belongs to the request as well. */
    @Bean
    TaskDecorator requestIdOnStreams() {
        return task -> {
            var context = MDC.getCopyOfContextMap();
            return () -> {
                MDC.setContextMap(context == null ? Map.of() : context);
                try {
                    task.run();
                } finally {
                    MDC.clear();
                }
            };
        };
    }

    @Bean
    Cursors cursors(JdbcClient database, Clock clock) {
        return new Cursors(new DatabaseSigningKey(database, clock));
    }

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        return everywhere(new RequestIdFilter(), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<StrictUrlFilter> strictUrlFilter() {
        return onRequests(new StrictUrlFilter(), Ordered.HIGHEST_PRECEDENCE + 10);
    }

    @Bean
    FilterRegistrationBean<WholeAnswerFilter> wholeAnswerFilter() {
        return onRequests(new WholeAnswerFilter(), Ordered.HIGHEST_PRECEDENCE + 15);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> wholeAnswersFromTomcat() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", String.valueOf(WholeAnswerFilter.SIZE)));
    }

    @Bean
    FilterRegistrationBean<GzipFilter> gzipFilter() {
        return everywhere(new GzipFilter(), Ordered.HIGHEST_PRECEDENCE + 20);
    }

    /** After security, so that nobody's body is read who may not send one. */
    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter() {
        return onRequests(new BodyFilter(), 0);
    }

    private static <F extends Filter> FilterRegistrationBean<F> onRequests(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    private static <F extends Filter> FilterRegistrationBean<F> everywhere(F filter, int order) {
        var registration = onRequests(filter, order);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
        return factory -> factory.addContextCustomizers(context -> {
            var host = (StandardHost) Objects.requireNonNull(context.getParent());
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
        });
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new StrictParameters()).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, SensibleTime::instant);
        registry.addConverter(String.class, LocalDate.class, SensibleTime::date);
        registry.addConverterFactory(new EnumsByName());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArgument<>(Preconditions.class, ApiConfiguration::preconditions));
        resolvers.add(new RequestArgument<>(IdempotencyKey.class, ApiConfiguration::idempotencyKey));
    }

    /** Enums are lower case outside; inside they shout. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static final class EnumsByName implements ConverterFactory<String, Enum> {

        @Override
        public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
            return name ->
                    (T) Enum.valueOf(type, name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private static Preconditions preconditions(HttpServletRequest request) {
        return new Preconditions(request.getHeader(HttpHeaders.IF_MATCH), request.getHeader(HttpHeaders.IF_NONE_MATCH));
    }

    private static IdempotencyKey idempotencyKey(HttpServletRequest request) {
        var caller = request.getUserPrincipal() == null
                ? ""
                : request.getUserPrincipal().getName();
        var scope = caller + " " + request.getMethod() + " " + request.getRequestURI();
        return new IdempotencyKey(request.getHeader(IdempotencyKey.HEADER), scope, () -> digest(request));
    }

    /** Of the query, the body's type and the body, as far as it has been read: which is all once it is parsed. */
    private static byte[] digest(HttpServletRequest request) {
        var digest = Sha256.digest();
        digest.update((request.getQueryString() + " " + request.getContentType()).getBytes(StandardCharsets.UTF_8));
        LimitedBody.of(request).ifPresent(body -> digest.update(body.digestSoFar()));
        return digest.digest();
    }
}
