package org.onrecord.search.web;

import java.util.List;
import java.util.UUID;
import org.onrecord.api.GoneResource;
import org.onrecord.api.InvalidInput;
import org.onrecord.api.NoSuchResource;
import org.onrecord.api.QueryParameters;
import org.onrecord.api.ResultList;
import org.onrecord.entity.NamedEntities;
import org.onrecord.entity.NamedEntity;
import org.onrecord.entity.NamedEntityView;
import org.onrecord.search.ArticleLists;
import org.onrecord.search.Condition;
import org.onrecord.search.EntityLists;
import org.onrecord.search.ListedArticle;
import org.onrecord.search.QuoteLists;
import org.onrecord.search.QuoteLists.ListedQuote;
import org.onrecord.search.Subject;
import org.onrecord.search.web.ListParameters.OfArticles;
import org.onrecord.search.web.ListParameters.OfEntities;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/entities")
class EntitySearchController {

    private final SearchRequests requests;
    private final Lists lists;
    private final EntityLists shown;
    private final ArticleLists articles;
    private final QuoteLists quotes;
    private final NamedEntities entities;

    EntitySearchController(
            SearchRequests requests,
            Lists lists,
            EntityLists shown,
            ArticleLists articles,
            QuoteLists quotes,
            NamedEntities entities) {
        this.requests = requests;
        this.lists = lists;
        this.shown = shown;
        this.articles = articles;
        this.quotes = quotes;
        this.entities = entities;
    }

    @GetMapping
    @OfEntities
    ResultList<NamedEntityView> search(@RequestParam MultiValueMap<String, String> parameters) {
        return lists.answer(requests.read(Subject.ENTITIES, parameters), shown::show);
    }

    @GetMapping("/{id}/articles")
    @OfArticles
    ResultList<ListedArticle> articles(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters) {
        Condition named = new Condition.OneOf("entityId", List.of(known(id)));
        return lists.answer(requests.read(Subject.ARTICLES, parameters, named), articles::show);
    }

    @GetMapping("/{id}/quotes")
    @QueryParameters(
            single = {"relation", "q", "from", "to", "dateField", "sort", "limit", "cursor"},
            repeated = {
                "outlet",
                "section",
                "tag",
                "language",
                "entity",
                "speaker",
                "about",
                "kind",
                "status",
                "not.outlet",
                "not.section",
                "not.tag",
                "not.language",
                "not.entity",
                "not.speaker",
                "not.about",
                "not.kind",
                "not.status"
            })
    ResultList<ListedQuote> quotes(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters) {
        Condition related = new Condition.OneOf(relation(parameters.getFirst("relation")), List.of(known(id)));
        return lists.answer(requests.read(Subject.QUOTES, parameters, related), quotes::show);
    }

    private static String relation(@org.jspecify.annotations.Nullable String relation) {
        if (relation == null || relation.equals("by")) {
            return "speakerId";
        }
        if (relation.equals("about")) {
            return "aboutId";
        }
        throw InvalidInput.parameter(
                "relation", "unknown-value", "is by (what they said) or about (what is said of them)");
    }

    private String known(UUID id) {
        NamedEntity entity = entities.findById(id).orElseThrow(() -> new NoSuchResource("entity", id));
        if (entity.deletedAt() != null) {
            throw new GoneResource("entity", id, entity.deletedAt());
        }
        return entity.mergedInto() == null ? id.toString() : entity.mergedInto().toString();
    }
}
