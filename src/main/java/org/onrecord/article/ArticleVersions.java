package org.onrecord.article;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** Every version of every article's text. */
public interface ArticleVersions extends Repository<ArticleVersion, UUID> {

    ArticleVersion save(ArticleVersion version);

    Optional<ArticleVersion> findByArticleIdAndNumber(UUID articleId, int number);

    /** @param withheld whether to find it also where readers may not see it */
    @NativeQuery("""
            select * from stored_version
            where article_id = :articleId and number = :number and (:withheld or not withheld)
            """)
    Optional<ArticleVersion> findShown(UUID articleId, int number, boolean withheld);

    /** Lets readers see the version, also once it is an old one. */
    @Modifying
    @NativeQuery(
            "update article_version set shown = true where article_id = :articleId and number = :number and not shown")
    int show(UUID articleId, int number);
}
