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
 * Keeps what lists show of a document by column, where reading it takes less than from stored fields, which are unpacked
 * by blocks of some kilobytes. Texts larger than a column takes are left to the database, as are all of an index that
 * other processes may write.
 */
public final class SummaryColumn implements ValueBinder {

    public static final String NAME = "summary";

    /** Bytes; a longer value Lucene refuses together with its document. */
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
