package org.onrecord.article.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.Cursors;
import org.onrecord.api.ETag;
import org.onrecord.api.Idempotency;
import org.onrecord.api.IdempotencyKey;
import org.onrecord.api.Preconditions;
import org.onrecord.api.Refresh;
import org.onrecord.api.ResultList;
import org.onrecord.api.SearchCatchUp;
import org.onrecord.api.input.Limits;
import org.onrecord.api.input.MergePatch;
import org.onrecord.api.input.MergePatches;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.article.Outlet;
import org.onrecord.article.OutletDescription;
import org.onrecord.article.OutletRegister;
import org.onrecord.article.OutletSlug;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Outlets: listed by slug, added, described, deleted and brought back. */
@RestController
@RequestMapping("/api/v1/outlets")
class OutletController {

    private static final String LISTING = "outlets";

    private final OutletRegister register;
    private final Idempotency idempotency;
    private final MergePatches patches;
    private final Cursors cursors;
    private final SearchCatchUp search;

    OutletController(
            OutletRegister register,
            Idempotency idempotency,
            MergePatches patches,
            Cursors cursors,
            SearchCatchUp search) {
        this.register = register;
        this.idempotency = idempotency;
        this.patches = patches;
        this.cursors = cursors;
        this.search = search;
    }

    @GetMapping
    ResultList<OutletView> list(
            @RequestParam(defaultValue = "" + Limits.PAGE_DEFAULT) @Min(1) @Max(Limits.PAGE) int limit,
            @RequestParam @Nullable String cursor) {
        var found = register.list(
                cursor == null ? null : cursors.decode(cursor, LISTING).text(0), limit + 1);
        return ResultList.page(
                        found.outlets(),
                        found.total(),
                        ResultList.Relation.EQ,
                        limit,
                        last -> cursors.encode(LISTING, last.slug()))
                .map(OutletView::of);
    }

    @PostMapping
    ResponseEntity<Object> add(
            @Valid @RequestBody OutletRequest request, @RequestParam @Nullable Refresh refresh, IdempotencyKey key) {
        ResponseEntity<Object> answer = idempotency.once(key, () -> {
            Outlet outlet = register.add(request.toSlug(), request.toDescription());
            return ResponseEntity.created(URI.create("/api/v1/outlets/" + outlet.slug()))
                    .eTag(ETag.of(outlet.version()).toString())
                    .body(OutletView.of(outlet));
        });
        search.await(refresh);
        return answer;
    }

    @GetMapping("/{slug}")
    ResponseEntity<OutletView> show(@PathVariable String slug, Caller caller) {
        return tagged(register.find(slug, caller));
    }

    @PutMapping("/{slug}")
    ResponseEntity<OutletView> replace(
            @PathVariable String slug,
            @Valid @RequestBody OutletRequest request,
            @RequestParam @Nullable Refresh refresh,
            Preconditions preconditions) {
        return changed(register.edit(slug, preconditions, before -> request.of(slug)), refresh);
    }

    @PatchMapping(
            path = "/{slug}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<OutletView> change(
            @PathVariable String slug,
            @RequestBody MergePatch patch,
            @RequestParam @Nullable Refresh refresh,
            Preconditions preconditions) {
        Outlet outlet = register.edit(
                slug,
                preconditions,
                before -> patches.apply(patch, OutletRequest.of(slug, before)).of(slug));
        return changed(outlet, refresh);
    }

    @DeleteMapping("/{slug}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String slug, @RequestParam @Nullable Refresh refresh, Preconditions preconditions) {
        register.delete(slug, preconditions);
        search.await(refresh);
    }

    @PostMapping("/{slug}/restore")
    ResponseEntity<OutletView> restore(@PathVariable String slug, @RequestParam @Nullable Refresh refresh) {
        return changed(register.restore(slug), refresh);
    }

    private ResponseEntity<OutletView> changed(Outlet outlet, @Nullable Refresh refresh) {
        search.await(refresh);
        return tagged(outlet);
    }

    private static ResponseEntity<OutletView> tagged(Outlet outlet) {
        return Preconditions.tagged(ETag.of(outlet.version()), OutletView.of(outlet));
    }

    /**
     * What an outlet shall be.
     *
     * @param slug needed for a new outlet; of one there is it may be left out, and stays as it is
     * @param homepage an absolute http(s) URL
     * @param country ISO 3166-1 alpha-2
     * @param language BCP 47
     */
    record OutletRequest(
            @Nullable String slug,
            @NotBlank @Size(max = 200) String name,

            @Size(max = Limits.URL_CHARACTERS) @Pattern(regexp = "https?://[^\\s/]+\\S*") @Nullable
            String homepage,

            @Pattern(regexp = "[A-Z]{2}") @Nullable String country,

            @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") @Nullable
            String language) {

        static OutletRequest of(String slug, OutletDescription described) {
            return new OutletRequest(
                    slug, described.name(), described.homepage(), described.country(), described.language());
        }

        OutletSlug toSlug() {
            return OutletSlug.parse(slug == null ? "" : slug)
                    .orElseThrow(() -> InvalidInput.at("/slug", "not-a-slug", OutletSlug.RULE));
        }

        OutletDescription toDescription() {
            return new OutletDescription(name, homepage, country, language);
        }

        /** The description, of the outlet of this slug and no other. */
        OutletDescription of(String existing) {
            if (slug != null && !slug.equals(existing)) {
                throw InvalidInput.at("/slug", "slug-stays", "an outlet's slug never changes; leave it out");
            }
            return toDescription();
        }
    }
}
