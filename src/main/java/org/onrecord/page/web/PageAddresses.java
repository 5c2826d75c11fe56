package org.onrecord.page.web;

import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves the one page at every address it knows, so that a link to an article or a person can be opened and shared. What
 * is shown there the page asks of the API. Query parameters are the page's own business.
 */
@Configuration(proxyBeanMethods = false)
class PageAddresses {

    @Bean
    RouterFunction<ServerResponse> page() {
        RequestPredicate addresses = Stream.of("/", "/articles/{id}", "/entities/{id}", "/new")
                .map(RequestPredicates::path)
                .reduce(path("/index.html"), RequestPredicate::or);
        return RouterFunctions.resource(addresses, new ClassPathResource("static/index.html"));
    }
}
