package org.onrecord.search.index;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/** Makes {@link Analysis} known to the Lucene backend. */
public class LuceneAnalysis implements LuceneAnalysisConfigurer {

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        for (Analysis analysis : Analysis.values()) {
            context.analyzer(analysis.label()).instance(analysis.analyzer());
        }
        context.normalizer("folded").custom().tokenFilter("lowercase").tokenFilter("asciiFolding");
    }
}
