package org.onrecord.article.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Cursors;
import org.onrecord.api.ETag;
import org.onrecord.api.Idempotency;
import org.onrecord.api.IdempotencyKey;
import org.onrecord.api.InvalidInput;
import org.onrecord.api.Limits;
import org.onrecord.api.MergePatch;
import org.onrecord.api.MergePatches;
import org.onrecord.api.Preconditions;
import org.onrecord.api.ResultList;
import org.onrecord.article.Outlet;
import org.onrecord.article.OutletDescription;
import org.onrecord.article.OutletRegister;
import org.onrecord.article.OutletSlug;
import org.onrecord.article.Outlets;
import org.springframework.data.domain.Limit;
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

    private final Outlets outlets;
    private final OutletRegister register;
    private final Idempotency idempotency;
    private final MergePatches patches;
    private final Cursors cursors;

    OutletController(
            Outlets outlets, OutletRegister register, Idempotency idempotency, MergePatches patches, Cursors cursors) {
        this.outlets = outlets;
        this.register = register;
        this.idempotency = idempotency;
        this.patches = patches;
        this.cursors = cursors;
    }

    @GetMapping
    ResultList<OutletView> list(
            @RequestParam(defaultValue = "" + Limits.PAGE_DEFAULT) @Min(1) @Max(Limits.PAGE) int limit,
            @RequestParam @Nullable String cursor) {
        String after = cursor == null ? "" : cursors.decode(cursor, LISTING).text(0);
        List<Outlet> found = outlets.listAfter(after == null ? "" : after, Limit.of(limit + 1));
        List<Outlet> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? cursors.encode(LISTING, page.get(limit - 1).slug())
                : null;
        return ResultList.of(
                page.stream().map(OutletView::of).toList(), outlets.countListed(), ResultList.Relation.EQ, limit, next);
    }

    @PostMapping
    ResponseEntity<Object> add(@Valid @RequestBody NewOutlet request, IdempotencyKey key) {
        return idempotency.once(key, () -> {
            Outlet outlet = register.add(request.toSlug(), request.toDescription());
            return ResponseEntity.created(URI.create("/api/v1/outlets/" + outlet.slug()))
                    .eTag(ETag.of(outlet.version()).toString())
                    .body(OutletView.of(outlet));
        });
    }

    @GetMapping("/{slug}")
    ResponseEntity<OutletView> show(@PathVariable String slug) {
        return tagged(register.existing(slug));
    }

    @PutMapping("/{slug}")
    ResponseEntity<OutletView> replace(
            @PathVariable String slug, @Valid @RequestBody OutletRequest request, Preconditions preconditions) {
        return tagged(register.describe(slug, preconditions, before -> request.toDescription()));
    }

    @PatchMapping(
            path = "/{slug}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<OutletView> change(
            @PathVariable String slug, @RequestBody MergePatch patch, Preconditions preconditions) {
        return tagged(register.describe(
                slug,
                preconditions,
                before -> patches.apply(patch, OutletRequest.of(before)).toDescription()));
    }

    @DeleteMapping("/{slug}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String slug, Preconditions preconditions) {
        register.delete(slug, preconditions);
    }

    @PostMapping("/{slug}/restore")
    ResponseEntity<OutletView> restore(@PathVariable String slug) {
        return tagged(register.restore(slug));
    }

    private static ResponseEntity<OutletView> tagged(Outlet outlet) {
        return Preconditions.tagged(ETag.of(outlet.version()), OutletView.of(outlet));
    }

    /** An outlet to be added. */
    record NewOutlet(
            @NotNull String slug,
            @NotBlank @Size(max = 200) String name,

            @Size(max = Limits.URL_CHARACTERS) @Pattern(regexp = WEB_ADDRESS) @Nullable
            String homepage,

            @Pattern(regexp = COUNTRY) @Nullable String country,
            @Pattern(regexp = LANGUAGE) @Nullable String language) {

        OutletSlug toSlug() {
            return OutletSlug.parse(slug)
                    .orElseThrow(() -> InvalidInput.at(
                            "/slug",
                            "not-a-slug",
                            "must be 1 to " + OutletSlug.MAX_LENGTH + " letters a to z, digits and inner hyphens"));
        }

        OutletDescription toDescription() {
            return new OutletDescription(name, homepage, country, language);
        }
    }

    /** What an outlet shall be; its slug stays. */
    record OutletRequest(
            @NotBlank @Size(max = 200) String name,

            @Size(max = Limits.URL_CHARACTERS) @Pattern(regexp = WEB_ADDRESS) @Nullable
            String homepage,

            @Pattern(regexp = COUNTRY) @Nullable String country,
            @Pattern(regexp = LANGUAGE) @Nullable String language) {

        static OutletRequest of(OutletDescription described) {
            return new OutletRequest(described.name(), described.homepage(), described.country(), described.language());
        }

        OutletDescription toDescription() {
            return new OutletDescription(name, homepage, country, language);
        }
    }

    private static final String WEB_ADDRESS = "https?://[^\\s/]+\\S*";
    private static final String COUNTRY = "[A-Z]{2}";
    private static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";
}
