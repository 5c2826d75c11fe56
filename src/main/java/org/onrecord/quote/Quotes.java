package org.onrecord.quote;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every quote of the archive, deleted and rejected ones included. */
public interface Quotes extends Repository<Quote, UUID> {

    Quote save(Quote quote);

    Quote saveAndFlush(Quote quote);

    <Q extends Quote> List<Q> saveAll(Iterable<Q> quotes);

    void delete(Quote quote);

    Optional<Quote> findById(UUID id);

    List<Quote> findByIdIn(Collection<UUID> ids);

    /**
     * In text order; bounded by what one article can hold.
     *
     * @param withheld whether to list those too that readers may not see
     */
    @NativeQuery("""
            select * from stored_quote
            where article_id = :articleId and article_version = :articleVersion and deleted_at is null
              and (:withheld or not withheld)
            order by content_start, id
            """)
    List<Quote> listOf(UUID articleId, int articleVersion, boolean withheld);

    /** In published articles as they are now, by article and in text order, without rejected ones. */
    @NativeQuery("""
            select * from standing_quote where article_id in (:articleIds) order by article_id, content_start, id
            """)
    List<Quote> listOfAll(Collection<UUID> articleIds);

    /** Deleted ones too: what a person took out must not come back by reading again. */
    @Query("select q from Quote q where q.articleId = :articleId order by q.contentStart, q.id")
    List<Quote> findByArticle(UUID articleId);

    /** Loads the quote and keeps others from changing it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select q from Quote q where q.id = :id")
    Optional<Quote> findByIdForUpdate(UUID id);
}
