package org.onrecord.search.index;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.ValueBridgeRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.jspecify.annotations.Nullable;

/**
 * A published article as the index sees it: the current version's text with the names and quotes in it, one row each.
 * What may not be shown has no row here, so it cannot be indexed.
 */
@Entity
@Immutable
@Indexed(index = "article")
@Subselect("""
        select a.id,
               v.headline,
               array_remove(array[v.standfirst, v.body], null) as body,
               array(select q.content from quote q
                      where q.article_id = a.id and q.article_version = a.current_version
                        and q.deleted_at is null and q.status <> 'REJECTED') as quotes,
               array(select distinct n.name from quote q join entity_name n on n.entity_id = q.speaker_id
                      where q.article_id = a.id and q.article_version = a.current_version
                        and q.deleted_at is null and q.status <> 'REJECTED'
                      union
                     select q.speaker_name from quote q
                      where q.article_id = a.id and q.article_version = a.current_version
                        and q.deleted_at is null and q.status <> 'REJECTED'
                        and q.speaker_name is not null) as speakers,
               array(select distinct n.name from mention m join entity_name n on n.entity_id = m.entity_id
                      where m.article_id = a.id and m.article_version = a.current_version) as entities,
               array(select distinct q.speaker_id from quote q
                      where q.article_id = a.id and q.article_version = a.current_version
                        and q.deleted_at is null and q.status <> 'REJECTED'
                        and q.speaker_id is not null) as speaker_ids,
               array(select distinct m.entity_id from mention m
                      where m.article_id = a.id and m.article_version = a.current_version) as entity_ids,
               array(select distinct q.kind from quote q
                      where q.article_id = a.id and q.article_version = a.current_version
                        and q.deleted_at is null and q.status <> 'REJECTED') as quote_kinds,
               o.slug as outlet,
               array_remove(array[o.slug, o.name], null) as outlet_names,
               a.section,
               a.tags,
               a.language,
               coalesce(a.published_at, a.ingested_at) as published_at,
               coalesce(a.modified_at, a.published_at, a.ingested_at) as modified_at,
               a.ingested_at
          from article a
          join article_version v on v.article_id = a.id and v.number = a.current_version
          left join outlet o on o.id = a.outlet_id
         where a.status = 'PUBLISHED'
        """)
public class IndexedArticle {

    @Id
    @GenericField(name = "idHigh", sortable = Sortable.YES, valueBridge = @ValueBridgeRef(type = IdBits.High.class))
    @GenericField(name = "idLow", sortable = Sortable.YES, valueBridge = @ValueBridgeRef(type = IdBits.Low.class))
    private UUID id;

    @FullTextField(analyzer = "text", searchAnalyzer = "text_query")
    private String headline;

    @FullTextField(analyzer = "text", searchAnalyzer = "text_query")
    private String[] body;

    @FullTextField(name = "quote", analyzer = "text", searchAnalyzer = "text_query")
    private String[] quotes;

    @FullTextField(name = "speaker", analyzer = "name")
    private String[] speakers;

    @FullTextField(name = "entity", analyzer = "name")
    private String[] entities;

    @KeywordField(name = "speakerId", aggregable = Aggregable.YES)
    private UUID[] speakerIds;

    @KeywordField(name = "entityId", aggregable = Aggregable.YES)
    private UUID[] entityIds;

    @KeywordField(name = "kind", aggregable = Aggregable.YES)
    private String[] quoteKinds;

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
    protected IndexedArticle() {}

    public UUID id() {
        return id;
    }
}
