package org.onrecord.search.index;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.jspecify.annotations.Nullable;

/**
 * A quote in the current version of a published article as the index sees it, rejected ones included: the words, who
 * said them, whom they are about, and where they were printed.
 */
@Entity
@Immutable
@Indexed(index = "quote")
@Subselect("""
        select q.id,
               q.article_id,
               q.content,
               q.prefix || q.content || q.suffix as context,
               a.headline,
               array(select c.name from called_name c where c.entity_id = q.speaker_id
                      union
                     select m.text from mention m
                      where m.article_id = q.article_id and m.article_version = q.article_version and m.kind = 'NAME'
                        and m.entity_id = s.id
                      union
                     select q.speaker_name where q.speaker_name is not null) as speakers,
               s.id as speaker_id,
               array(select distinct m.entity_id from mention m join standing_entity e on e.id = m.entity_id
                      where m.article_id = q.article_id and m.article_version = q.article_version
                        and m.span_start between least(q.content_start, q.cue_start)
                                             and greatest(q.content_end, q.cue_end)
                        and m.span_end <= greatest(q.content_end, q.cue_end)
                        and m.entity_id is distinct from q.speaker_id) as about_ids,
               array(select distinct n.name
                       from mention m
                       join standing_entity e on e.id = m.entity_id
                      cross join lateral (select c.name from called_name c where c.entity_id = m.entity_id
                                           union
                                          select m.text where m.kind = 'NAME') n
                      where m.article_id = q.article_id and m.article_version = q.article_version
                        and m.span_start between least(q.content_start, q.cue_start)
                                             and greatest(q.content_end, q.cue_end)
                        and m.span_end <= greatest(q.content_end, q.cue_end)
                        and m.entity_id is distinct from q.speaker_id) as about,
               q.kind,
               q.status,
               o.slug as outlet,
               array_remove(array[o.slug, o.name], null) as outlet_names,
               a.section,
               a.tags,
               a.language,
               coalesce(a.published_at, a.ingested_at) as published_at,
               coalesce(a.modified_at, a.published_at, a.ingested_at) as modified_at,
               a.ingested_at
          from published_quote q
          join published_article a on a.id = q.article_id
          left join outlet o on o.id = a.outlet_id
          left join standing_entity s on s.id = q.speaker_id
        """)
public class IndexedQuote extends IndexedPublication {

    @KeywordField
    private UUID articleId;

    @FullTextField(name = "quote", analyzer = "text", searchAnalyzer = "text_query")
    private String content;

    @FullTextField(name = "body", analyzer = "text", searchAnalyzer = "text_query")
    private String context;

    @FullTextField(analyzer = "text", searchAnalyzer = "text_query")
    private String headline;

    @FullTextField(name = "speaker", analyzer = "name")
    private String[] speakers;

    @KeywordField(aggregable = Aggregable.YES)
    private @Nullable UUID speakerId;

    @KeywordField(name = "aboutId", aggregable = Aggregable.YES)
    private UUID[] aboutIds;

    @FullTextField(name = "entity", analyzer = "name")
    private String[] about;

    @KeywordField(aggregable = Aggregable.YES)
    private String kind;

    @KeywordField(aggregable = Aggregable.YES)
    private String status;

    @SuppressWarnings("NullAway.Init")
    protected IndexedQuote() {}

    /** The article the quote stands in. */
    public UUID articleId() {
        return articleId;
    }
}
