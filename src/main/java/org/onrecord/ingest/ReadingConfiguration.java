package org.onrecord.ingest;

import org.onrecord.cleaning.Cleaner;
import org.onrecord.extraction.Extractor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The readers of news items, which know nothing of Spring; both are thread-safe. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    Cleaner cleaner() {
        return new Cleaner();
    }

    @Bean
    Extractor extractor() {
        return Extractor.load();
    }
}
