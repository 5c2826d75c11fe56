package org.onrecord.article.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Cursors;
import org.onrecord.api.Limits;
import org.onrecord.api.NoSuchResource;
import org.onrecord.api.ResultList;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleText;
import org.onrecord.article.ArticleVersion;
import org.onrecord.article.ArticleVersionSummary;
import org.onrecord.article.ArticleVersions;
import org.onrecord.article.RemovedText;
import org.onrecord.article.ShownArticles;
import org.onrecord.article.VersionReason;
import org.springframework.data.domain.Limit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of an article's text, newest first. */
@RestController
@RequestMapping("/api/v1/articles/{id}/versions")
class VersionController {

    private final ShownArticles articles;
    private final ArticleVersions versions;
    private final Cursors cursors;

    VersionController(ShownArticles articles, ArticleVersions versions, Cursors cursors) {
        this.articles = articles;
        this.versions = versions;
        this.cursors = cursors;
    }

    @GetMapping
    ResultList<ArticleVersionSummary> list(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "" + Limits.PAGE_DEFAULT) @Min(1) @Max(Limits.PAGE) int limit,
            @RequestParam @Nullable String cursor) {
        Article article = articles.find(id);
        String listing = "versions of " + id;
        Long after = cursor == null ? null : cursors.decode(cursor, listing).whole(0);
        int before = after == null ? Integer.MAX_VALUE : after.intValue();
        List<ArticleVersionSummary> found = versions.listBefore(id, before, Limit.of(limit + 1));
        List<ArticleVersionSummary> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? cursors.encode(listing, page.get(limit - 1).number())
                : null;
        return ResultList.of(page, article.currentVersion(), ResultList.Relation.EQ, limit, next);
    }

    @GetMapping("/{number}")
    VersionView show(@PathVariable UUID id, @PathVariable int number) {
        articles.find(id);
        return versions.findByArticleIdAndNumber(id, number)
                .map(VersionView::of)
                .orElseThrow(() -> new NoSuchResource("version", number));
    }

    /**
     * One version of an article's text.
     *
     * @param createdBy who made it, null where nobody is known
     */
    record VersionView(
            UUID articleId,
            int number,
            String headline,
            @Nullable String standfirst,
            @Nullable String byline,
            @Nullable String dateline,
            String body,
            String textSha256,
            int wordCount,
            List<RemovedText> removed,
            VersionReason reason,
            Instant createdAt,
            @Nullable String createdBy) {

        static VersionView of(ArticleVersion version) {
            ArticleText text = version.text();
            return new VersionView(
                    version.articleId(),
                    version.number(),
                    text.headline(),
                    text.standfirst(),
                    text.byline(),
                    text.dateline(),
                    text.body(),
                    version.textSha256(),
                    version.wordCount(),
                    version.removed(),
                    version.reason(),
                    version.createdAt(),
                    version.createdBy());
        }
    }
}
