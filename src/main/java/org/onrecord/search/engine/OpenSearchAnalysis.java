package org.onrecord.search.engine;

import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;
import org.onrecord.search.index.Analyzers;

/** Makes {@link Analyzers} known to OpenSearch: the same steps under its names. */
public class OpenSearchAnalysis implements ElasticsearchAnalysisConfigurer {

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        for (Analyzers.Step step : Analyzers.Step.values()) {
            if (step.isOurs()) {
                step.define(context.tokenFilter(step.label()));
            }
        }
        for (Analyzers analysis : Analyzers.values()) {
            context.analyzer(analysis.label())
                    .custom()
                    .tokenizer("standard")
                    .tokenFilters(
                            analysis.steps().stream().map(Analyzers.Step::label).toArray(String[]::new));
        }
        context.normalizer("folded").custom().tokenFilters("lowercase", "asciifolding");
    }
}
