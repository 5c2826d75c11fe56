package org.onrecord.article.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.Cursors;
import org.onrecord.api.ResultList;
import org.onrecord.api.input.Limits;
import org.onrecord.article.ArticleText;
import org.onrecord.article.ArticleVersion;
import org.onrecord.article.ArticleVersionSummary;
import org.onrecord.article.RemovedText;
import org.onrecord.article.VersionHistory;
import org.onrecord.article.VersionReason;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of an article's text, newest first. */
@RestController
@RequestMapping("/api/v1/articles/{id}/versions")
class VersionController {

    private final VersionHistory history;
    private final Cursors cursors;

    VersionController(VersionHistory history, Cursors cursors) {
        this.history = history;
        this.cursors = cursors;
    }

    @GetMapping
    ResultList<ArticleVersionSummary> list(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "" + Limits.PAGE_DEFAULT) @Min(1) @Max(Limits.PAGE) int limit,
            @RequestParam @Nullable String cursor,
            Caller caller) {
        String listing = "versions of " + id;
        Long before = cursor == null ? null : cursors.decode(cursor, listing).whole(0);
        var found = history.list(id, before, limit + 1, caller);
        return ResultList.page(
                found.versions(),
                found.total(),
                ResultList.Relation.EQ,
                limit,
                last -> cursors.encode(listing, last.number()));
    }

    @GetMapping("/{number}")
    VersionView show(@PathVariable UUID id, @PathVariable int number, Caller caller) {
        return VersionView.of(history.find(id, number, caller));
    }

    /**
     * One version of an article's text.
     *
     * @param createdBy who made it: the id of a caller, null for versions older than this record
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
