package org.onrecord.entity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.onrecord.extraction.EntityType;
import org.onrecord.extraction.MentionKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Shows mentions with what they name, by the names that may be shown. Each of these is looked up once, however often an
 * article mentions it. Which articles may be shown is for those to say who ask.
 */
@Component
public class MentionViews {

    private static final String SHOWN = """
            , named as materialized (
                select id, type, shown_name from standing_entity where id in (select entity_id from here))
            select h.article_id, h.entity_id, n.type, n.shown_name, h.text, h.span_start, h.span_end, h.kind
            from here h join named n on n.id = h.entity_id
            order by h.article_id, h.span_start, h.span_end, h.id
            """;

    private final JdbcClient jdbc;

    MentionViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In text order. Bounded by the article: no body of 1,000,000 code points holds more mentions than words. */
    public List<MentionView> in(UUID articleId, int articleVersion) {
        return jdbc
                .sql("""
                        with here as (
                            select * from mention where article_id = :article and article_version = :version)
                        """ + SHOWN)
                .param("article", articleId)
                .param("version", articleVersion)
                .query(MentionViews::read)
                .list()
                .stream()
                .map(MentionInArticle::mention)
                .toList();
    }

    /** In published articles as they are now, by article and in text order. */
    public List<MentionInArticle> inPublished(Collection<UUID> articleIds) {
        return jdbc.sql("""
                        with here as (
                            select m.* from mention m
                            join published_article a on a.id = m.article_id and a.version_number = m.article_version
                            where a.id = any (:articles))
                        """ + SHOWN)
                .param("articles", articleIds.toArray(UUID[]::new))
                .query(MentionViews::read)
                .list();
    }

    private static MentionInArticle read(ResultSet row, int number) throws SQLException {
        return new MentionInArticle(
                row.getObject("article_id", UUID.class),
                new MentionView(
                        row.getObject("entity_id", UUID.class),
                        EntityType.valueOf(row.getString("type")),
                        row.getString("shown_name"),
                        row.getString("text"),
                        row.getInt("span_start"),
                        row.getInt("span_end"),
                        MentionKind.valueOf(row.getString("kind"))));
    }
}
