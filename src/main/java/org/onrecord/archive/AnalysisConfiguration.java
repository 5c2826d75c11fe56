package org.onrecord.archive;

import org.onrecord.extraction.Extractor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The extractor, which knows nothing of Spring; it is thread-safe. */
@Configuration(proxyBeanMethods = false)
class AnalysisConfiguration {

    @Bean
    Extractor extractor() {
        return Extractor.load();
    }
}
