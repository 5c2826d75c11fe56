package org.onrecord.search.engine;

import java.nio.file.Path;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the index is and how it is written. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class IndexSettings {

    private static final String PREFIX = "hibernate.search.";

    @Bean
    IndexEngine indexEngine(SearchSettings settings, @Value("${onrecord.home:data}") Path home) {
        return settings.engine(home);
    }

    @Bean
    HibernatePropertiesCustomizer searchProperties(IndexEngine engine, IndexDoubts doubts) {
        return properties -> {
            // The outbox says what to index; listening to every change of every entity would do the work twice.
            properties.put(PREFIX + "indexing.listeners.enabled", "false");
            properties.put(PREFIX + "background_failure_handler", BeanReference.ofInstance(new FailedWrites(doubts)));
            engine.settings().forEach((name, value) -> properties.put(PREFIX + name, value));
        };
    }
}
