package org.onrecord.search.index;

import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;

/** Makes {@link Analysis} known to OpenSearch: the same steps under its names. */
public class OpenSearchAnalysis implements ElasticsearchAnalysisConfigurer {

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        for (Analysis.Step step : Analysis.Step.values()) {
            if (step.isOurs()) {
                step.define(context.tokenFilter(step.label()));
            }
        }
        for (Analysis analysis : Analysis.values()) {
            context.analyzer(analysis.label())
                    .custom()
                    .tokenizer("standard")
                    .tokenFilters(
                            analysis.steps().stream().map(Analysis.Step::label).toArray(String[]::new));
        }
        context.normalizer("folded").custom().tokenFilters("lowercase", "asciifolding");
    }
}
