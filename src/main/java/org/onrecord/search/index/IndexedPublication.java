package org.onrecord.search.index;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.ValueBridgeRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.jspecify.annotations.Nullable;

/** Where and when something was published: what articles and their quotes have in common in the index. */
@MappedSuperclass
public abstract class IndexedPublication {

    @Id
    @GenericField(name = "idHigh", sortable = Sortable.YES, valueBridge = @ValueBridgeRef(type = IdBits.High.class))
    @GenericField(name = "idLow", sortable = Sortable.YES, valueBridge = @ValueBridgeRef(type = IdBits.Low.class))
    private UUID id;

    @KeywordField(name = "outletSlug", aggregable = Aggregable.YES)
    private @Nullable String outlet;

    @FullTextField(name = "outlet", analyzer = "name")
    private String[] outletNames;

    @FullTextField(analyzer = "name")
    @KeywordField(name = "sectionKey", normalizer = "folded")
    @KeywordField(name = "sectionLabel", searchable = Searchable.NO, aggregable = Aggregable.YES)
    private @Nullable String section;

    @FullTextField(name = "tag", analyzer = "name")
    @KeywordField(name = "tagKey", normalizer = "folded")
    @KeywordField(name = "tagLabel", searchable = Searchable.NO, aggregable = Aggregable.YES)
    private String[] tags;

    @KeywordField(aggregable = Aggregable.YES)
    private String language;

    @GenericField(sortable = Sortable.YES, aggregable = Aggregable.YES, projectable = Projectable.YES)
    private Instant publishedAt;

    @GenericField(sortable = Sortable.YES, aggregable = Aggregable.YES, projectable = Projectable.YES)
    private Instant modifiedAt;

    @GenericField(sortable = Sortable.YES, aggregable = Aggregable.YES, projectable = Projectable.YES)
    private Instant ingestedAt;

    @SuppressWarnings("NullAway.Init")
    protected IndexedPublication() {}

    public UUID id() {
        return id;
    }
}
