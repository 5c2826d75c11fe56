package org.onrecord.search.index;

import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.mapper.pojo.automaticindexing.ReindexOnUpdate;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.ValueBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IndexingDependency;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.NonStandardField;

/**
 * A published article as the index sees it: the current version's text with the names and quotes in it, one row each.
 * Whom it names goes by the names it prints, by the one to be shown and by those given by hand.
 * What may not be shown has no row here, so it cannot be indexed.
 */
@Entity
@Immutable
@Indexed(index = "article")
@Subselect("""
        select a.id,
               a.headline,
               array_remove(array[a.standfirst, a.body], null) as body,
               array(select q.content from standing_quote q where q.article_id = a.id) as quotes,
               array(select c.name
                       from (select distinct q.speaker_id as id from standing_quote q where q.article_id = a.id) s
                      cross join lateral (select c.name from called_name c where c.entity_id = s.id) c
                      union
                     select m.text from mention m join standing_entity e on e.id = m.entity_id
                      where m.article_id = a.id and m.article_version = a.version_number and m.kind = 'NAME'
                        and m.entity_id in (select q.speaker_id from standing_quote q where q.article_id = a.id)
                      union
                     select q.speaker_name from standing_quote q
                      where q.article_id = a.id and q.speaker_name is not null) as speakers,
               array(select c.name
                       from (select distinct m.entity_id as id from mention m
                              where m.article_id = a.id and m.article_version = a.version_number) n
                      cross join lateral (select c.name from called_name c where c.entity_id = n.id) c
                      union
                     select m.text from mention m join standing_entity e on e.id = m.entity_id
                      where m.article_id = a.id and m.article_version = a.version_number and m.kind = 'NAME') as entities,
               array(select distinct q.speaker_id from standing_quote q join standing_entity e on e.id = q.speaker_id
                      where q.article_id = a.id) as speaker_ids,
               array(select distinct m.entity_id from mention m join standing_entity e on e.id = m.entity_id
                      where m.article_id = a.id and m.article_version = a.version_number) as entity_ids,
               array(select distinct q.kind from standing_quote q where q.article_id = a.id) as quote_kinds,
               o.slug as outlet,
               array_remove(array[o.slug, o.name], null) as outlet_names,
               a.section,
               a.tags,
               a.language,
               coalesce(a.published_at, a.ingested_at) as published_at,
               coalesce(a.modified_at, a.published_at, a.ingested_at) as modified_at,
               a.ingested_at,
               """ + IndexedArticle.SUMMARY + """
                   as summary
        """ + IndexedArticle.PUBLISHED)
public class IndexedArticle extends IndexedPublication {

    /** SQL for the articles {@code a} that may be shown, with their outlets {@code o}. */
    public static final String PUBLISHED = """
              from published_article a
              left join outlet o on o.id = a.outlet_id
            """;

    /**
     * SQL for what lists show of one of the {@linkplain #PUBLISHED published} articles: the very JSON that they show,
     * so that nobody has to take it apart and put it together again.
     */
    public static final String SUMMARY = """
            (select row_to_json(summary)::text from (select
                a.id,
                case when o.id is not null
                     then (select row_to_json(named) from (select o.slug, o.name) named) end as outlet,
                a.url, a.external_id as "externalId",
                a.headline, a.standfirst, a.byline, a.dateline,
                a.section, a.tags, a.rights, a.language,
                rfc3339(a.published_at) as "publishedAt",
                rfc3339(a.modified_at) as "modifiedAt",
                rfc3339(a.ingested_at) as "ingestedAt",
                lower(a.status) as status, a.version_number as version, a.word_count as "wordCount",
                a.text_sha256 as "textSha256") summary)
            """;

    /**
     * How often the headline is repeated in the field of all words, so that a word in it counts as much as so many in the
     * body. This, instead of adding the scores of two fields, is BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 extension
     * to multiple weighted fields", CIKM 2004); the weight is ours, judged by example.
     */
    private static final int HEADLINE_WEIGHT = 5;

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

    /** Shown by lists, without asking the database, while the index has caught up. */
    @NonStandardField(name = SummaryDocValues.NAME, valueBinder = @ValueBinderRef(type = SummaryDocValues.class))
    private String summary;

    @SuppressWarnings("NullAway.Init")
    protected IndexedArticle() {}

    /** Headline and body as one field, in which plain words are searched: one term instead of two for each word. */
    @Transient
    @FullTextField(analyzer = "text", searchAnalyzer = "text_query")
    @IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
    public List<String> getWords() {
        List<String> words = new ArrayList<>(Collections.nCopies(HEADLINE_WEIGHT, headline));
        words.addAll(Arrays.asList(body));
        return words;
    }
}
