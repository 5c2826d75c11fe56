package org.onrecord.access.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AccessKey;
import org.onrecord.access.AccessKeys;
import org.onrecord.access.NewKey;
import org.onrecord.access.Role;
import org.onrecord.api.Caller;
import org.onrecord.api.Cursors;
import org.onrecord.api.ETag;
import org.onrecord.api.PreconditionFailed;
import org.onrecord.api.Preconditions;
import org.onrecord.api.ResultList;
import org.onrecord.api.input.Limits;
import org.onrecord.api.input.MergePatch;
import org.onrecord.api.input.MergePatches;
import org.onrecord.api.problem.NoSuchResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets admins give keys, look at them and take them back. */
@RestController
@RequestMapping("/api/v1/keys")
class KeyController {

    private static final String BINDING = "keys";

    private final AccessKeys keys;
    private final Cursors cursors;
    private final MergePatches patches;

    KeyController(AccessKeys keys, Cursors cursors, MergePatches patches) {
        this.keys = keys;
        this.cursors = cursors;
        this.patches = patches;
    }

    @GetMapping
    ResultList<KeyView> list(
            @RequestParam(defaultValue = "" + Limits.PAGE_DEFAULT) @Min(1) @Max(Limits.PAGE) int limit,
            @RequestParam @Nullable String cursor) {
        var before = cursor == null ? null : cursors.decode(cursor, BINDING).id(0);
        var found = keys.list(limit + 1, before);
        return ResultList.page(
                        found.keys(),
                        found.total(),
                        ResultList.Relation.EQ,
                        limit,
                        last -> cursors.encode(BINDING, last.id()))
                .map(KeyView::of);
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<NewKeyView> create(@RequestBody @Valid KeyRequest wanted, Caller caller) {
        var made = keys.create(wanted.name(), wanted.role(), caller.id(), wanted.expiresAt());
        return ResponseEntity.created(URI.create("/api/v1/keys/" + made.key().id()))
                .eTag(ETag.of(made.key().version()).toString())
                .body(NewKeyView.of(made));
    }

    @GetMapping("/{id}")
    ResponseEntity<KeyView> show(@PathVariable UUID id) {
        var key = existing(id);
        return Preconditions.tagged(ETag.of(key.version()), KeyView.of(key));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MergePatch.MEDIA_TYPE, "application/json"})
    ResponseEntity<KeyView> change(@PathVariable UUID id, @RequestBody MergePatch patch, Preconditions preconditions) {
        var key = existing(id);
        preconditions.requireMatch(ETag.of(key.version()));
        var wanted = patches.apply(patch, new KeyChange(key.name(), key.expiresAt()));
        if (!keys.change(id, key.version(), wanted.name(), wanted.expiresAt())) {
            throw new PreconditionFailed(null);
        }
        return show(id);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(@PathVariable UUID id, Preconditions preconditions) {
        var key = existing(id);
        preconditions.requireMatch(ETag.of(key.version()));
        if (!keys.revoke(id, key.version())) {
            throw new PreconditionFailed(null);
        }
        return ResponseEntity.noContent().build();
    }

    private AccessKey existing(UUID id) {
        return keys.find(id).orElseThrow(() -> new NoSuchResource("key", id));
    }

    /** A key to be made. */
    record KeyRequest(
            @NotBlank @Size(max = 100) String name,
            @NotNull Role role,
            @Future @Nullable Instant expiresAt) {}

    /** What may be changed about a key. */
    record KeyChange(
            @NotBlank @Size(max = 100) String name,
            @Nullable Instant expiresAt) {}

    /** A key as admins see it. */
    record KeyView(
            UUID id,
            String name,
            Role role,
            String hint,
            Instant createdAt,
            String createdBy,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {

        static KeyView of(AccessKey key) {
            return new KeyView(
                    key.id(),
                    key.name(),
                    key.role(),
                    key.hint(),
                    key.createdAt(),
                    key.createdBy(),
                    key.expiresAt(),
                    key.revokedAt(),
                    key.lastUsedAt());
        }
    }

    /** A key just made, with its secret, shown this once. */
    record NewKeyView(
            UUID id,
            String name,
            Role role,
            String secret,
            Instant createdAt,
            @Nullable Instant expiresAt) {

        static NewKeyView of(NewKey made) {
            var key = made.key();
            return new NewKeyView(key.id(), key.name(), key.role(), made.secret(), key.createdAt(), key.expiresAt());
        }
    }
}
