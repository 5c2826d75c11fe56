package org.onrecord.page.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the one page at every address it knows, so that a link to an article or a person can be opened and shared. What
 * is shown there the page asks of the API.
 */
@Configuration(proxyBeanMethods = false)
class PageAddresses implements WebMvcConfigurer {

    private static final List<String> ADDRESSES = List.of("/articles/{id}", "/entities/{id}", "/new");

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        ADDRESSES.forEach(
                address -> registry.addViewController(address).setViewName("forward:/index.html"));
    }
}
