package org.onrecord.entity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every place where an article version names an entity. */
public interface Mentions extends Repository<Mention, UUID> {

    <M extends Mention> List<M> saveAll(Iterable<M> mentions);

    /** Whom and what an article version names, by which words. */
    @Query("""
            select distinct new org.onrecord.entity.NamedSo(m.entityId, m.text) from Mention m
            where m.articleId = :articleId and m.articleVersion = :articleVersion
            """)
    Set<NamedSo> namedIn(UUID articleId, int articleVersion);
}
