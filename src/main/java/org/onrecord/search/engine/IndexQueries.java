package org.onrecord.search.engine;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the index is asked, which depends on the engine. */
@Configuration(proxyBeanMethods = false)
class IndexQueries {

    @Bean
    TopHits topHits(IndexEngine engine, SearchSessions sessions) {
        return engine.topHits(sessions);
    }

    @Bean
    ValueCounts valueCounts(IndexEngine engine, SearchSessions sessions) {
        return engine.valueCounts(sessions);
    }
}
