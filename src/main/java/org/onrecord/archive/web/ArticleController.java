package org.onrecord.archive.web;

import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.Preconditions;
import org.onrecord.api.Refresh;
import org.onrecord.api.SearchCatchUp;
import org.onrecord.api.input.MergePatch;
import org.onrecord.api.input.MergePatches;
import org.onrecord.archive.ArticleEditing;
import org.onrecord.archive.ArticleEditing.Manuscript;
import org.onrecord.archive.ArticleRequest;
import org.onrecord.archive.Checked;
import org.onrecord.archive.Receipt;
import org.onrecord.archive.WholeArticleView;
import org.onrecord.archive.WholeArticles;
import org.onrecord.archive.WholeArticles.Tagged;
import org.onrecord.article.Expansion;
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

/** Stored articles: shown whole, edited, deleted, restored and re-extracted. */
@RestController
@RequestMapping("/api/v1/articles")
class ArticleController {

    private final ArticleEditing editing;
    private final WholeArticles whole;
    private final MergePatches patches;
    private final SearchCatchUp search;

    ArticleController(ArticleEditing editing, WholeArticles whole, MergePatches patches, SearchCatchUp search) {
        this.editing = editing;
        this.whole = whole;
        this.patches = patches;
        this.search = search;
    }

    @GetMapping("/{id}")
    ResponseEntity<WholeArticleView> show(
            @PathVariable UUID id, @RequestParam @Nullable Set<Expansion> expand, Caller caller) {
        return tagged(whole.show(id, chosen(expand), caller));
    }

    @GetMapping("/by-url")
    ResponseEntity<WholeArticleView> showByUrl(
            @RequestParam String url, @RequestParam @Nullable Set<Expansion> expand, Caller caller) {
        return tagged(whole.showByUrl(Checked.url("url", url), chosen(expand), caller));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WholeArticleView> replace(
            @PathVariable UUID id,
            @Valid @RequestBody ArticleRequest request,
            @RequestParam @Nullable Refresh refresh,
            Preconditions preconditions,
            Caller caller) {
        return edited(editing.edit(id, preconditions, caller, request::toManuscript), refresh, caller);
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
        return edited(editing.edit(id, preconditions, caller, before -> patched(before, patch)), refresh, caller);
    }

    private Manuscript patched(Manuscript before, MergePatch patch) {
        return patches.apply(patch, ArticleRequest.of(before)).toManuscript(before);
    }

    private ResponseEntity<WholeArticleView> edited(Receipt receipt, @Nullable Refresh refresh, Caller caller) {
        search.await(refresh);
        return tagged(whole.show(receipt, caller));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable UUID id, @RequestParam @Nullable Refresh refresh, Preconditions preconditions) {
        editing.delete(id, preconditions);
        search.await(refresh);
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<WholeArticleView> restore(
            @PathVariable UUID id, @RequestParam @Nullable Refresh refresh, Caller caller) {
        editing.restore(id);
        search.await(refresh);
        return tagged(whole.show(id, Set.of(), caller));
    }

    @PostMapping("/{id}/reextract")
    QuoteChanges reextract(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam @Nullable Refresh refresh) {
        QuoteChanges changes = editing.reextract(id, dryRun);
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
