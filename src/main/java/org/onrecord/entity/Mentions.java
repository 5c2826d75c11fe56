package org.onrecord.entity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every place where an article version names an entity. */
public interface Mentions extends Repository<Mention, UUID> {

    <M extends Mention> List<M> saveAll(Iterable<M> mentions);

    @Modifying(flushAutomatically = true)
    @Query("delete from Mention m where m.articleId = :articleId and m.articleVersion = :articleVersion")
    void deleteOf(UUID articleId, int articleVersion);

    /** In text order. Bounded by the article: no body of 1,000,000 code points holds more mentions than words. */
    @Query("""
            select new org.onrecord.entity.MentionView(
                m.entityId, e.type, e.name, m.text, m.spanStart, m.spanEnd, m.kind)
            from Mention m join NamedEntity e on e.id = m.entityId
            where m.articleId = :articleId and m.articleVersion = :articleVersion
              and e.deletedAt is null
            order by m.spanStart, m.spanEnd, m.id
            """)
    List<MentionView> listOf(UUID articleId, int articleVersion);

    /** In the articles as they are now, by article and in text order. */
    @Query("""
            select new org.onrecord.entity.MentionInArticle(m.articleId, new org.onrecord.entity.MentionView(
                m.entityId, e.type, e.name, m.text, m.spanStart, m.spanEnd, m.kind))
            from Mention m join NamedEntity e on e.id = m.entityId
            join Article a on a.id = m.articleId and a.currentVersion = m.articleVersion
            where m.articleId in :articleIds and e.deletedAt is null
            order by m.articleId, m.spanStart, m.spanEnd, m.id
            """)
    List<MentionInArticle> listOfAll(Collection<UUID> articleIds);
}
