package org.onrecord.ingest.web;

import jakarta.validation.Valid;
import java.net.URI;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.Idempotency;
import org.onrecord.api.IdempotencyKey;
import org.onrecord.api.Preconditions;
import org.onrecord.api.Refresh;
import org.onrecord.api.SearchCatchUp;
import org.onrecord.api.input.BodyLimit;
import org.onrecord.api.input.Limits;
import org.onrecord.api.input.MergePatch;
import org.onrecord.api.input.MergePatches;
import org.onrecord.api.input.WellFormedText;
import org.onrecord.article.Expansion;
import org.onrecord.ingest.ArticleAddress;
import org.onrecord.ingest.ArticleEditing;
import org.onrecord.ingest.ArticleEditing.Manuscript;
import org.onrecord.ingest.Delivery;
import org.onrecord.ingest.Intake;
import org.onrecord.ingest.ReadDelivery;
import org.onrecord.ingest.Receipt;
import org.onrecord.ingest.Receipt.Result;
import org.onrecord.ingest.web.WholeArticles.Tagged;
import org.onrecord.quote.QuoteChanges;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Articles: taken in, shown whole, edited, deleted and brought back. */
@RestController
@RequestMapping("/api/v1/articles")
class ArticleController {

    private static final Set<Expansion> FINDINGS = EnumSet.of(Expansion.QUOTES, Expansion.ENTITIES);

    private final Intake intake;
    private final ArticleEditing desk;
    private final WholeArticles whole;
    private final Idempotency idempotency;
    private final MergePatches patches;
    private final SearchCatchUp search;
    private final ArticleDeliveries deliveries;

    ArticleController(
            Intake intake,
            ArticleEditing desk,
            WholeArticles whole,
            Idempotency idempotency,
            MergePatches patches,
            SearchCatchUp search,
            ArticleDeliveries deliveries) {
        this.intake = intake;
        this.desk = desk;
        this.whole = whole;
        this.idempotency = idempotency;
        this.patches = patches;
        this.search = search;
        this.deliveries = deliveries;
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

    /** Slow work before the transaction in which the effect and its answer are stored. */
    private ResponseEntity<Object> take(
            Delivery delivery,
            Preconditions preconditions,
            IdempotencyKey key,
            Caller caller,
            @Nullable Refresh refresh) {
        ResponseEntity<Object> answer = idempotency.replay(key).orElseGet(() -> {
            ReadDelivery read = intake.read(delivery);
            return idempotency.once(key, () -> receipt(intake.store(read, caller, preconditions)));
        });
        search.await(refresh);
        return answer;
    }

    private ResponseEntity<WholeArticleView> receipt(Receipt receipt) {
        Tagged shown = whole.show(receipt.articleId(), FINDINGS, receipt.result());
        URI location = ArticleAddress.of(receipt.articleId());
        var answer = receipt.result() == Result.CREATED
                ? ResponseEntity.created(location)
                : ResponseEntity.ok().location(location);
        return answer.eTag(shown.tag().toString()).body(shown.view());
    }

    @GetMapping("/{id}")
    ResponseEntity<WholeArticleView> show(@PathVariable UUID id, @RequestParam @Nullable Set<Expansion> expand) {
        return tagged(whole.show(id, chosen(expand), null));
    }

    @GetMapping("/by-url")
    ResponseEntity<WholeArticleView> showByUrl(
            @RequestParam String url, @RequestParam @Nullable Set<Expansion> expand) {
        return tagged(whole.showByUrl(Checked.url("url", url), chosen(expand)));
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

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WholeArticleView> replace(
            @PathVariable UUID id,
            @Valid @RequestBody ArticleRequest request,
            @RequestParam @Nullable Refresh refresh,
            Preconditions preconditions,
            Caller caller) {
        return edited(desk.edit(id, preconditions, caller, request::toManuscript), refresh);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<WholeArticleView> change(
            @PathVariable UUID id,
            @RequestBody MergePatch patch,
            @RequestParam @Nullable Refresh refresh,
            Preconditions preconditions,
            Caller caller) {
        return edited(desk.edit(id, preconditions, caller, before -> patched(before, patch)), refresh);
    }

    private Manuscript patched(Manuscript before, MergePatch patch) {
        return patches.apply(patch, ArticleRequest.of(before)).toManuscript(before);
    }

    private ResponseEntity<WholeArticleView> edited(Receipt receipt, @Nullable Refresh refresh) {
        search.await(refresh);
        return tagged(whole.show(receipt.articleId(), FINDINGS, receipt.result()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable UUID id, @RequestParam @Nullable Refresh refresh, Preconditions preconditions) {
        desk.delete(id, preconditions);
        search.await(refresh);
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<WholeArticleView> restore(@PathVariable UUID id, @RequestParam @Nullable Refresh refresh) {
        desk.restore(id);
        search.await(refresh);
        return tagged(whole.show(id, Set.of(), null));
    }

    @PostMapping("/{id}/reextract")
    QuoteChanges reextract(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam @Nullable Refresh refresh) {
        QuoteChanges changes = desk.reread(id, dryRun);
        search.await(refresh);
        return changes;
    }

    private static Set<Expansion> chosen(@Nullable Set<Expansion> expand) {
        return Objects.requireNonNullElse(expand, Set.of());
    }

    private static ResponseEntity<WholeArticleView> tagged(Tagged shown) {
        return Preconditions.tagged(shown.tag(), shown.view());
    }
}
