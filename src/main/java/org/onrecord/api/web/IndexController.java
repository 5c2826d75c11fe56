package org.onrecord.api.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Tells whoever comes to the API's root what there is. */
@RestController
class IndexController {

    private static final String ROOT = "/api/v1";

    /** The same for as long as the process runs; the first request makes it, when all mappings are there. */
    private final SingletonSupplier<Index> index;

    IndexController(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        index = SingletonSupplier.of(() -> index(mappings));
    }

    @GetMapping(ROOT)
    Index show() {
        return index.obtain();
    }

    private static Index index(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        var resources = new TreeMap<String, Set<String>>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(mapped -> mapped.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith(ROOT + "/"))
                        .forEach(pattern -> mapped.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> resources
                                        .computeIfAbsent(pattern, added -> new TreeSet<>())
                                        .add(method.name()))));
        return new Index(
                "OnRecord",
                Map.of("openapi", "/v3/api-docs", "documentation", "/swagger-ui.html", "health", "/actuator/health"),
                resources.entrySet().stream()
                        .map(entry -> new Resource(entry.getKey(), List.copyOf(new LinkedHashSet<>(entry.getValue()))))
                        .toList());
    }

    /**
     * What there is.
     *
     * @param links where more is told
     */
    record Index(String name, Map<String, String> links, List<Resource> resources) {}

    /**
     * One path and what can be done there.
     *
     * @param path with its variables in braces
     */
    record Resource(String path, List<String> methods) {}
}
