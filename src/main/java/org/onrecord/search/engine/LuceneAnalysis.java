package org.onrecord.search.engine;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.onrecord.search.index.Analyzers;

/** Makes {@link Analyzers} known to the Lucene backend. */
public class LuceneAnalysis implements LuceneAnalysisConfigurer {

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        for (Analyzers analysis : Analyzers.values()) {
            context.analyzer(analysis.label()).instance(analysis.analyzer());
        }
        context.normalizer("folded").custom().tokenFilter("lowercase").tokenFilter("asciiFolding");
    }
}
