package org.onrecord.entity.web;

import java.util.UUID;
import org.onrecord.api.ResultList;
import org.onrecord.article.ShownArticles;
import org.onrecord.entity.EntityInArticle;
import org.onrecord.entity.MentionView;
import org.onrecord.entity.Mentions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom and what an article mentions, in text order. */
@RestController
@RequestMapping("/api/v1/articles/{id}")
class MentionController {

    private final ShownArticles articles;
    private final Mentions mentions;

    MentionController(ShownArticles articles, Mentions mentions) {
        this.articles = articles;
        this.mentions = mentions;
    }

    @GetMapping("/mentions")
    ResultList<MentionView> mentions(@PathVariable UUID id) {
        return ResultList.all(mentions.listOf(id, articles.find(id).currentVersion()));
    }

    @GetMapping("/entities")
    ResultList<EntityInArticle> entities(@PathVariable UUID id) {
        return ResultList.all(
                EntityInArticle.gather(mentions.listOf(id, articles.find(id).currentVersion())));
    }
}
