package org.onrecord.search.web;

import org.onrecord.api.ResultList;
import org.onrecord.search.ArticleLists;
import org.onrecord.search.ListedArticle;
import org.onrecord.search.Subject;
import org.onrecord.search.web.ListParameters.OfArticles;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/articles")
class ArticleSearchController {

    private final SearchRequests requests;
    private final Lists lists;
    private final ArticleLists articles;

    ArticleSearchController(SearchRequests requests, Lists lists, ArticleLists articles) {
        this.requests = requests;
        this.lists = lists;
        this.articles = articles;
    }

    @GetMapping
    @OfArticles
    ResultList<ListedArticle> search(@RequestParam MultiValueMap<String, String> parameters) {
        return lists.answer(requests.read(Subject.ARTICLES, parameters), articles::show);
    }
}
