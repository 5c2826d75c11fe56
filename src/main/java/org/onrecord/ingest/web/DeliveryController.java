package org.onrecord.ingest.web;

import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.Idempotency;
import org.onrecord.api.IdempotencyKey;
import org.onrecord.api.Preconditions;
import org.onrecord.api.Refresh;
import org.onrecord.api.SearchCatchUp;
import org.onrecord.api.input.BodyLimit;
import org.onrecord.api.input.Limits;
import org.onrecord.api.input.WellFormedText;
import org.onrecord.archive.ArticleAddress;
import org.onrecord.archive.ArticleRequest;
import org.onrecord.archive.Checked;
import org.onrecord.archive.LongTexts;
import org.onrecord.archive.Receipt;
import org.onrecord.archive.Receipt.Result;
import org.onrecord.archive.WholeArticleView;
import org.onrecord.archive.WholeArticles;
import org.onrecord.archive.WholeArticles.Tagged;
import org.onrecord.ingest.Delivery;
import org.onrecord.ingest.Intake;
import org.onrecord.ingest.PreparedArticle;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes articles in, one at a time. */
@RestController
@RequestMapping("/api/v1/articles")
class DeliveryController {

    private final Intake intake;
    private final WholeArticles whole;
    private final Idempotency idempotency;
    private final SearchCatchUp search;
    private final ArticleDeliveries deliveries;
    private final LongTexts longTexts;

    DeliveryController(
            Intake intake,
            WholeArticles whole,
            Idempotency idempotency,
            SearchCatchUp search,
            ArticleDeliveries deliveries,
            LongTexts longTexts) {
        this.intake = intake;
        this.whole = whole;
        this.idempotency = idempotency;
        this.search = search;
        this.deliveries = deliveries;
        this.longTexts = longTexts;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> create(
            @Valid @RequestBody ArticleRequest request,
            @RequestParam(defaultValue = "true") boolean clean,
            @RequestParam @Nullable Refresh refresh,
            IdempotencyKey key,
            Caller caller) {
        return take(deliveries.of(request, clean), Preconditions.NONE, key, caller, refresh);
    }

    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    @BodyLimit(bytes = Limits.JSON_BYTES)
    ResponseEntity<Object> createFromText(
            @RequestBody byte[] text,
            @Valid RawArticleParameters parameters,
            @RequestParam(defaultValue = "true") boolean clean,
            @RequestParam @Nullable Refresh refresh,
            IdempotencyKey key,
            Caller caller) {
        Delivery.Content pasted = new Delivery.PastedText(WellFormedText.decoded(text));
        return take(new Delivery(parameters.toMetadata(), pasted, clean), Preconditions.NONE, key, caller, refresh);
    }

    @PostMapping(consumes = MediaType.TEXT_HTML_VALUE)
    @BodyLimit(bytes = Limits.JSON_BYTES)
    ResponseEntity<Object> createFromHtml(
            @RequestBody byte[] html,
            @Valid RawArticleParameters parameters,
            @RequestParam @Nullable Refresh refresh,
            IdempotencyKey key,
            Caller caller) {
        Delivery.Content page = new Delivery.WebPage(WellFormedText.decoded(html));
        return take(new Delivery(parameters.toMetadata(), page, true), Preconditions.NONE, key, caller, refresh);
    }

    /** The URL in the query holds, whatever the body says of one. */
    @PutMapping(path = "/by-url", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> putByUrl(
            @RequestParam String url,
            @Valid @RequestBody ArticleRequest request,
            @RequestParam(defaultValue = "true") boolean clean,
            @RequestParam @Nullable Refresh refresh,
            Preconditions preconditions,
            IdempotencyKey key,
            Caller caller) {
        return take(deliveries.of(request.at(Checked.url("url", url)), clean), preconditions, key, caller, refresh);
    }

    /** The delivery is prepared before the transaction begins in which article and answer are stored. */
    private ResponseEntity<Object> take(
            Delivery delivery,
            Preconditions preconditions,
            IdempotencyKey key,
            Caller caller,
            @Nullable Refresh refresh) {
        int length = delivery.content().received().length();
        ResponseEntity<Object> answer = idempotency
                .replay(key)
                .orElseGet(() -> longTexts.workOn(length, () -> {
                    PreparedArticle prepared = intake.prepare(delivery);
                    return longTexts.store(
                            length,
                            () -> idempotency.once(
                                    key, () -> receipt(intake.store(prepared, caller, preconditions), caller)));
                }));
        search.await(refresh);
        return answer;
    }

    private ResponseEntity<WholeArticleView> receipt(Receipt receipt, Caller caller) {
        Tagged shown = whole.show(receipt, caller);
        URI location = ArticleAddress.of(receipt.articleId());
        var answer = receipt.result() == Result.CREATED
                ? ResponseEntity.created(location)
                : ResponseEntity.ok().location(location);
        return answer.eTag(shown.tag().toString()).body(shown.view());
    }
}
