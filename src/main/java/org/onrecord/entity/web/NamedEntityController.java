package org.onrecord.entity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.ETag;
import org.onrecord.api.Idempotency;
import org.onrecord.api.IdempotencyKey;
import org.onrecord.api.Preconditions;
import org.onrecord.api.Problems;
import org.onrecord.api.Refresh;
import org.onrecord.api.SearchCatchUp;
import org.onrecord.api.input.MergePatch;
import org.onrecord.api.input.MergePatches;
import org.onrecord.api.problem.Conflict;
import org.onrecord.api.problem.Fault;
import org.onrecord.api.problem.InvalidInput;
import org.onrecord.entity.EntityMerges;
import org.onrecord.entity.EntityRegister;
import org.onrecord.entity.EntityRegister.Description;
import org.onrecord.entity.MergedAway;
import org.onrecord.entity.MergedElsewhere;
import org.onrecord.entity.NamedEntity;
import org.onrecord.entity.NamedEntityView;
import org.onrecord.entity.NamedEntityViews;
import org.onrecord.entity.Unmergeable;
import org.onrecord.entity.identity.NameKey;
import org.onrecord.extraction.EntityType;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Named entities: shown, added, renamed, described, merged and parted, deleted and brought back. */
@RestController
@RequestMapping("/api/v1/entities")
class NamedEntityController {

    private final EntityRegister register;
    private final EntityMerges merges;
    private final NamedEntityViews views;
    private final Idempotency idempotency;
    private final MergePatches patches;
    private final SearchCatchUp search;

    NamedEntityController(
            EntityRegister register,
            EntityMerges merges,
            NamedEntityViews views,
            Idempotency idempotency,
            MergePatches patches,
            SearchCatchUp search) {
        this.register = register;
        this.merges = merges;
        this.views = views;
        this.idempotency = idempotency;
        this.patches = patches;
        this.search = search;
    }

    @PostMapping
    ResponseEntity<Object> add(
            @Valid @RequestBody NamedEntityRequest request,
            @RequestParam @Nullable Refresh refresh,
            IdempotencyKey key,
            Caller caller) {
        ResponseEntity<Object> answer = idempotency.once(key, () -> {
            NamedEntity entity = register.add(request.toDescription());
            return ResponseEntity.created(address(entity.id()))
                    .eTag(ETag.of(entity.version()).toString())
                    .body(views.of(entity, caller));
        });
        search.await(refresh);
        return answer;
    }

    @GetMapping("/{id}")
    ResponseEntity<NamedEntityView> show(@PathVariable UUID id, Caller caller) {
        return tagged(register.find(id, caller), caller);
    }

    /** Whatever was asked of an entity that turned out to be another may be asked of that one. */
    @ExceptionHandler
    ResponseEntity<Void> redirect(MergedAway merged) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(address(merged.survivorId()))
                .build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unmergeable(Unmergeable unmergeable, HttpServletRequest request) {
        String code = unmergeable.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Fault fault = Fault.at("/into", code, String.valueOf(unmergeable.getMessage()));
        return Problems.answer(InvalidInput.unprocessable(List.of(fault)), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> conflict(MergedElsewhere merged, HttpServletRequest request) {
        String detail = "The entity was merged into another one already; part the two first.";
        return Problems.answer(new Conflict(detail, address(merged.survivorId())), request);
    }

    private static URI address(UUID id) {
        return URI.create("/api/v1/entities/" + id);
    }

    @PutMapping("/{id}")
    ResponseEntity<NamedEntityView> replace(
            @PathVariable UUID id,
            @Valid @RequestBody NamedEntityRequest request,
            @RequestParam @Nullable Refresh refresh,
            Preconditions preconditions,
            Caller caller) {
        return changed(register.edit(id, preconditions, before -> request.toDescription()), refresh, caller);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<NamedEntityView> change(
            @PathVariable UUID id,
            @RequestBody MergePatch patch,
            @RequestParam @Nullable Refresh refresh,
            Preconditions preconditions,
            Caller caller) {
        NamedEntity entity = register.edit(
                id,
                preconditions,
                before -> patches.apply(patch, NamedEntityRequest.of(before)).toDescription());
        return changed(entity, refresh, caller);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable UUID id, @RequestParam @Nullable Refresh refresh, Preconditions preconditions) {
        register.delete(id, preconditions);
        search.await(refresh);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<NamedEntityView> restore(
            @PathVariable UUID id, @RequestParam @Nullable Refresh refresh, Caller caller) {
        return changed(register.restore(id), refresh, caller);
    }

    /** Answers with the entity that stands for both. */
    @PostMapping("/{id}/merge")
    ResponseEntity<Object> merge(
            @PathVariable UUID id,
            @Valid @RequestBody MergeRequest request,
            @RequestParam @Nullable Refresh refresh,
            IdempotencyKey key,
            Caller caller) {
        ResponseEntity<Object> answer = idempotency.once(key, () -> {
            NamedEntity survivor = merges.merge(id, request.into(), caller);
            NamedEntityView view = views.of(survivor, caller);
            return ResponseEntity.ok()
                    .location(address(survivor.id()))
                    .eTag(tag(survivor, view).toString())
                    .body(view);
        });
        search.await(refresh);
        return answer;
    }

    @PostMapping("/{id}/unmerge")
    ResponseEntity<NamedEntityView> unmerge(
            @PathVariable UUID id, @RequestParam @Nullable Refresh refresh, Caller caller) {
        return changed(merges.part(id), refresh, caller);
    }

    private ResponseEntity<NamedEntityView> changed(NamedEntity entity, @Nullable Refresh refresh, Caller caller) {
        search.await(refresh);
        return tagged(entity, caller);
    }

    private ResponseEntity<NamedEntityView> tagged(NamedEntity entity, Caller caller) {
        NamedEntityView view = views.of(entity, caller);
        return Preconditions.tagged(tag(entity, view), view);
    }

    /** Articles name it more and more often without anybody changing the entity. */
    private static ETag tag(NamedEntity entity, NamedEntityView view) {
        return ETag.of(entity.version())
                .variant(view.names(), view.articleCount(), view.quoteCount(), String.valueOf(view.lastSeen()));
    }

    /**
     * Which entity another one turned out to be.
     *
     * @param into the id of the entity that stands for both from now on
     */
    record MergeRequest(@NotNull UUID into) {}

    /**
     * What a request says of an entity.
     *
     * @param aliases other names it goes by
     * @param externalIds its ids elsewhere by where ("wikidata": "Q42")
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NamedEntityRequest(
            @NotNull EntityType type,
            @NotBlank @Size(max = NAME) String name,
            @Size(max = 100) @Nullable List<@NotBlank @Size(max = NAME) String> aliases,
            @Size(max = 2_000) @Nullable String description,

            @Size(max = 20) @Nullable
            Map<@NotBlank @Size(max = 50) String, @NotBlank @Size(max = 200) String> externalIds) {

        /** The longest name, in characters. */
        static final int NAME = 300;

        /** @throws InvalidInput if by one of the names nobody could be found */
        Description toDescription() {
            checkFindable("/name", name);
            for (int i = 0; aliases != null && i < aliases.size(); i++) {
                checkFindable("/aliases/" + i, aliases.get(i));
            }
            return new Description(
                    type,
                    name.strip(),
                    aliases == null
                            ? List.of()
                            : aliases.stream().map(String::strip).distinct().toList(),
                    description,
                    externalIds == null ? Map.of() : externalIds);
        }

        private static void checkFindable(String pointer, String name) {
            if (NameKey.of(name).isEmpty()) {
                throw InvalidInput.at(pointer, "no-letters", "must have a letter or digit to be found by");
            }
        }

        static NamedEntityRequest of(Description described) {
            return new NamedEntityRequest(
                    described.type(),
                    described.name(),
                    described.aliases(),
                    described.description(),
                    described.externalIds());
        }
    }
}
