package org.onrecord.article;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every article of the archive, deleted ones included. */
public interface Articles extends Repository<Article, UUID> {

    Article save(Article article);

    Optional<Article> findById(UUID id);

    Optional<Article> findByUrl(String url);

    @Query("select a from Article a where a.outletId is not distinct from :outletId and a.externalId = :externalId")
    Optional<Article> findByExternalId(@Nullable UUID outletId, String externalId);

    /** The article received as these very bytes, among those known by neither URL nor external id. */
    @Query("""
            select a from Article a
            where a.outletId is not distinct from :outletId and a.receivedSha256 = :sha256
              and a.url is null and a.externalId is null
            """)
    Optional<Article> findByReceived(@Nullable UUID outletId, String sha256);

    /** Loads the article and keeps others from changing it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Article a where a.id = :id")
    Optional<Article> findByIdForUpdate(UUID id);
}
