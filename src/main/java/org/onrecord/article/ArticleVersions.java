package org.onrecord.article;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every version of every article's text. */
public interface ArticleVersions extends Repository<ArticleVersion, UUID> {

    ArticleVersion save(ArticleVersion version);

    Optional<ArticleVersion> findByArticleIdAndNumber(UUID articleId, int number);

    @Query("""
            select new org.onrecord.article.ArticleVersionSummary(
                v.number, v.headline, v.textSha256, v.wordCount, v.reason, v.createdAt, v.createdBy)
            from ArticleVersion v
            where v.articleId = :articleId and v.number < :before
            order by v.number desc
            """)
    List<ArticleVersionSummary> listBefore(UUID articleId, int before, Limit limit);
}
