package org.onrecord.entity.web;

import java.util.UUID;
import org.onrecord.api.Caller;
import org.onrecord.api.ResultList;
import org.onrecord.entity.EntityInArticle;
import org.onrecord.entity.MentionView;
import org.onrecord.entity.NamesInArticles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom and what an article mentions, in text order. */
@RestController
@RequestMapping("/api/v1/articles/{id}")
class MentionController {

    private final NamesInArticles names;

    MentionController(NamesInArticles names) {
        this.names = names;
    }

    @GetMapping("/mentions")
    ResultList<MentionView> mentions(@PathVariable UUID id, Caller caller) {
        return ResultList.all(names.mentions(id, caller));
    }

    @GetMapping("/entities")
    ResultList<EntityInArticle> entities(@PathVariable UUID id, Caller caller) {
        return ResultList.all(EntityInArticle.gather(names.mentions(id, caller)));
    }
}
