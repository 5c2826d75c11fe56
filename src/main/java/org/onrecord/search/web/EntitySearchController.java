package org.onrecord.search.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.ResultList;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.entity.EntityRegister;
import org.onrecord.entity.NamedEntityView;
import org.onrecord.search.listing.ListedArticle;
import org.onrecord.search.listing.QuoteLists.ListedQuote;
import org.onrecord.search.query.Condition;
import org.onrecord.search.query.Subject;
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
    private final Listings listings;
    private final Timelines timelines;
    private final Cooccurrences cooccurrences;
    private final EntityRegister register;

    EntitySearchController(
            SearchRequests requests,
            Lists lists,
            Listings listings,
            Timelines timelines,
            Cooccurrences cooccurrences,
            EntityRegister register) {
        this.requests = requests;
        this.lists = lists;
        this.listings = listings;
        this.timelines = timelines;
        this.cooccurrences = cooccurrences;
        this.register = register;
    }

    @GetMapping
    @ListParameters.Of(ListParameters.ENTITIES)
    @Nullable
    ResultList<NamedEntityView> search(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller)
            throws IOException {
        return lists.answer(Subject.ENTITIES, listings.entities(), parameters, request, response, caller);
    }

    @GetMapping("/{id}/articles")
    @ListParameters.Of(ListParameters.ARTICLES)
    @Nullable
    ResultList<ListedArticle> articles(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller)
            throws IOException {
        return lists.answer(
                Subject.ARTICLES, listings.articles(), parameters, request, response, caller, naming(id, caller));
    }

    @GetMapping("/{id}/quotes")
    @ListParameters.Of(ListParameters.RELATED_QUOTES)
    @Nullable
    ResultList<ListedQuote> quotes(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller)
            throws IOException {
        Condition related = new Condition.OneOf(relation(parameters.getFirst("relation")), List.of(known(id, caller)));
        return lists.answer(Subject.QUOTES, listings.quotes(), parameters, request, response, caller, related);
    }

    @GetMapping("/{id}/timeline")
    @ListParameters.Of(ListParameters.ARTICLE_TIMELINE)
    Timeline timeline(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        return timelines.answer(requests.read(Subject.ARTICLES, parameters, caller, naming(id, caller)), parameters);
    }

    @GetMapping("/{id}/cooccurring")
    @ListParameters.Of(ListParameters.COOCCURRING)
    ResultList<Cooccurrence> cooccurring(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters, Caller caller) {
        return cooccurrences.of(
                known(id, caller), requests.read(Subject.ARTICLES, parameters, caller, naming(id, caller)));
    }

    private static String relation(@Nullable String relation) {
        if (relation == null || relation.equals("by")) {
            return "speakerId";
        }
        if (relation.equals("about")) {
            return "aboutId";
        }
        throw InvalidInput.parameter(
                "relation", "unknown-value", "is by (what they said) or about (what is said of them)");
    }

    private Condition naming(UUID id, Caller caller) {
        return new Condition.OneOf("entityId", List.of(known(id, caller)));
    }

    private String known(UUID id, Caller caller) {
        return register.meant(id, caller).toString();
    }
}
