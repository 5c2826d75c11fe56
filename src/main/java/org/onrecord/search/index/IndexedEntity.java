package org.onrecord.search.index;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.ValueBinderRef;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.ValueBridgeRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.NonStandardField;

/**
 * A named entity that anybody may see, as it is indexed: its names and its prominence, the number of its mentions when it was last indexed,
 * counted up to a hundred thousand. Prominence is only used for ranking.
 */
@Entity
@Immutable
@Indexed(index = "entity")
@Subselect("""
        select e.id,
               e.type,
               e.name,
               array(select n.name from shown_name n where n.entity_id = e.id
                      union
                     select e.name) as names,
               array(select n.name from entity_name n where n.entity_id = e.id) as all_names,
               e.created_at,
               (select count(*) from (select 1 from mention m where m.entity_id = e.id limit 100000) capped)
                   as prominence,
               """ + IndexedEntity.SUMMARY + """
                   as summary
          from shown_entity e
        """)
public class IndexedEntity {

    /** SQL for what an entity {@code e} is and is called, a JSON object. */
    public static final String SUMMARY = "json_build_object('type', e.type, 'name', e.name)::text";

    @Id
    @GenericField(name = "idHigh", sortable = Sortable.YES, valueBridge = @ValueBridgeRef(type = IdBits.High.class))
    @GenericField(name = "idLow", sortable = Sortable.YES, valueBridge = @ValueBridgeRef(type = IdBits.Low.class))
    private UUID id;

    @KeywordField(aggregable = Aggregable.YES)
    private String type;

    @FullTextField(name = "name", analyzer = "name")
    @KeywordField(name = "nameKey", normalizer = "folded", sortable = Sortable.YES, projectable = Projectable.YES)
    private String name;

    @FullTextField(name = "names", analyzer = "name")
    @FullTextField(name = "start", analyzer = "name_start", searchAnalyzer = "name")
    private String[] names;

    /** Those too that may not be seen: not indexed. */
    private String[] allNames;

    @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
    private Instant createdAt;

    @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
    private long prominence;

    /** Shown by suggestions and facets, without asking the database, while the index has caught up. */
    @NonStandardField(name = SummaryDocValues.NAME, valueBinder = @ValueBinderRef(type = SummaryDocValues.class))
    private String summary;

    @SuppressWarnings("NullAway.Init")
    protected IndexedEntity() {}

    public UUID id() {
        return id;
    }

    /** The names it is not indexed by, because they may not be seen. */
    public List<String> withheldNames() {
        Set<String> shown = Set.of(names);
        return Arrays.stream(allNames).filter(name -> !shown.contains(name)).toList();
    }
}
