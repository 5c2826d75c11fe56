package org.onrecord.quote.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.ETag;
import org.onrecord.api.Idempotency;
import org.onrecord.api.IdempotencyKey;
import org.onrecord.api.Preconditions;
import org.onrecord.api.Problems;
import org.onrecord.api.Refresh;
import org.onrecord.api.ResultList;
import org.onrecord.api.SearchCatchUp;
import org.onrecord.api.input.MergePatch;
import org.onrecord.api.input.MergePatches;
import org.onrecord.api.problem.Fault;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.article.ShownArticles;
import org.onrecord.quote.Quote;
import org.onrecord.quote.QuoteReview;
import org.onrecord.quote.QuoteView;
import org.onrecord.quote.QuoteViews;
import org.onrecord.quote.UnfitQuote;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Quotes: shown, added by hand, confirmed, rejected, corrected, deleted and brought back. */
@RestController
@RequestMapping("/api/v1")
class QuoteController {

    private final QuoteReview review;
    private final QuoteViews views;
    private final ShownArticles articles;
    private final Idempotency idempotency;
    private final MergePatches patches;
    private final SearchCatchUp search;

    QuoteController(
            QuoteReview review,
            QuoteViews views,
            ShownArticles articles,
            Idempotency idempotency,
            MergePatches patches,
            SearchCatchUp search) {
        this.review = review;
        this.views = views;
        this.articles = articles;
        this.idempotency = idempotency;
        this.patches = patches;
        this.search = search;
    }

    @GetMapping("/articles/{id}/quotes")
    ResultList<QuoteView> inArticle(@PathVariable UUID id, Caller caller) {
        return ResultList.all(views.inArticle(id, articles.currentVersion(id, caller), caller));
    }

    @PostMapping("/quotes")
    ResponseEntity<Object> add(
            @Valid @RequestBody NewQuoteRequest request, @RequestParam @Nullable Refresh refresh, IdempotencyKey key) {
        ResponseEntity<Object> answer = idempotency.once(key, () -> {
            Quote quote = review.add(request.articleId(), request.marked(), request.namedSpeaker());
            return ResponseEntity.created(URI.create("/api/v1/quotes/" + quote.id()))
                    .eTag(ETag.of(quote.version()).toString())
                    .body(views.of(quote));
        });
        search.await(refresh);
        return answer;
    }

    @GetMapping("/quotes/{id}")
    ResponseEntity<QuoteView> show(@PathVariable UUID id, Caller caller) {
        return tagged(review.find(id, caller));
    }

    @PatchMapping(
            path = "/quotes/{id}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<QuoteView> change(
            @PathVariable UUID id,
            @RequestBody MergePatch patch,
            @RequestParam @Nullable Refresh refresh,
            Preconditions preconditions) {
        Quote quote = review.edit(
                id,
                preconditions,
                before -> patches.apply(patch, QuoteChange.of(before)).toChange(before, patch));
        search.await(refresh);
        return tagged(quote);
    }

    @DeleteMapping("/quotes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, @RequestParam @Nullable Refresh refresh, Preconditions preconditions) {
        review.delete(id, preconditions);
        search.await(refresh);
    }

    @PostMapping("/quotes/{id}/restore")
    ResponseEntity<QuoteView> restore(@PathVariable UUID id, @RequestParam @Nullable Refresh refresh) {
        Quote quote = review.restore(id);
        search.await(refresh);
        return tagged(quote);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfit(UnfitQuote unfit, HttpServletRequest request) {
        String pointer = switch (unfit.part()) {
            case SEGMENT -> "/segments/" + unfit.segment();
            case CUE -> "/cue";
            case SPEAKER -> "/speaker";
            case SPEAKER_ENTITY -> "/speaker/entityId";
            case SPEAKER_MENTION -> "/speaker/mention";
        };
        String code = unfit.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Fault fault = Fault.at(pointer, code, unfit.getMessage());
        return Problems.answer(InvalidInput.unprocessable(List.of(fault)), request);
    }

    private ResponseEntity<QuoteView> tagged(Quote quote) {
        QuoteView view = views.of(quote);
        // The speaker may be renamed without the quote changing.
        ETag tag = ETag.of(quote.version()).variant(view.speaker() == null ? "" : view.speaker());
        return Preconditions.tagged(tag, view);
    }
}
