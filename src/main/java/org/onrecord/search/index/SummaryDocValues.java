package org.onrecord.search.index;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.util.ByteBlockPool;
import org.apache.lucene.util.BytesRef;
import org.hibernate.search.backend.elasticsearch.types.dsl.ElasticsearchIndexFieldTypeFactory;
import org.hibernate.search.backend.lucene.types.dsl.LuceneIndexFieldTypeFactory;
import org.hibernate.search.mapper.pojo.bridge.binding.ValueBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.ValueBinder;

/**
 * Indexes what lists show of a document as binary doc values. Reading them is faster than reading stored fields, which
 * Lucene decompresses by blocks of some kilobytes. Not kept are summaries too long for doc values, and all those of
 * OpenSearch, which other processes may write to: lists take these from the database.
 */
public final class SummaryDocValues implements ValueBinder {

    public static final String NAME = "summary";

    /** Bytes. Lucene refuses a document with a longer value. */
    private static final int LONGEST = ByteBlockPool.BYTE_BLOCK_SIZE - 2;

    /** OpenSearch's mapping of a field that never has a value. */
    private static final String NOTHING = "{\"type\": \"keyword\", \"index\": false, \"doc_values\": false}";

    @Override
    public void bind(ValueBindingContext<?> context) {
        if (context.typeFactory() instanceof LuceneIndexFieldTypeFactory lucene) {
            context.bridge(
                    String.class,
                    (summary, of) -> summary.getBytes(StandardCharsets.UTF_8),
                    lucene.asNative(byte[].class, (name, summary, document) -> {
                        if (summary.length <= LONGEST) {
                            document.accept(new BinaryDocValuesField(name, new BytesRef(summary)));
                        }
                    }));
        } else {
            var openSearch = (ElasticsearchIndexFieldTypeFactory) context.typeFactory();
            context.bridge(
                    String.class, (summary, of) -> null, openSearch.asNative().mapping(NOTHING));
        }
    }
}
