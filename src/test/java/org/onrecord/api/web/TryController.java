package org.onrecord.api.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Cursors;
import org.onrecord.api.ETag;
import org.onrecord.api.Idempotency;
import org.onrecord.api.IdempotencyKey;
import org.onrecord.api.Preconditions;
import org.onrecord.api.ResultList;
import org.onrecord.api.input.BodyLimit;
import org.onrecord.api.input.MergePatch;
import org.onrecord.api.input.MergePatches;
import org.onrecord.api.problem.Conflict;
import org.onrecord.api.problem.GoneResource;
import org.onrecord.api.problem.NoSuchResource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.BindParam;
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
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A resource that has every convention, so that they can be tried before and apart from the real ones. */
@TestComponent
@RestController
@RequestMapping("/api/v1/tries")
class TryController {

    enum Mood {
        GRAVE,
        GAY
    }

    record Try(
            @NotBlank @Size(max = 10) String name,
            @Nullable Integer count,
            @Nullable Boolean sure,
            @Nullable Mood mood,
            @Nullable Instant at,
            @Nullable List<@Size(max = 5) String> tags,
            @Nullable Map<String, String> ids,
            @Nullable @Valid Try inner) {}

    record Filter(
            @Nullable String q,
            @Nullable List<String> outlet,
            @BindParam("not.outlet") @Nullable List<String> notOutlet,
            @Nullable Mood mood,
            @Nullable Instant from,
            @Min(1) @Max(200) @Nullable Integer limit,
            @Nullable String cursor) {}

    private final Cursors cursors;
    private final MergePatches patches;
    private final Idempotency idempotency;
    final AtomicInteger done = new AtomicInteger();

    TryController(Cursors cursors, MergePatches patches, Idempotency idempotency) {
        this.cursors = cursors;
        this.patches = patches;
        this.idempotency = idempotency;
    }

    @GetMapping
    ResultList<String> list(@Valid Filter filter) {
        var binding = "tries q=" + filter.q();
        var after = filter.cursor() == null
                ? 0
                : cursors.decode(filter.cursor(), binding).whole(0);
        var first = "long".equals(filter.q()) ? "a".repeat(30_000) : "a" + after;
        return ResultList.of(
                List.of(first), 9, ResultList.Relation.EQ, 1, cursors.encode(binding, after + 1, Instant.EPOCH));
    }

    @GetMapping("/{id}")
    ResponseEntity<Try> show(@PathVariable UUID id) {
        var text = "x".repeat(id.getLeastSignificantBits() == 2 ? 4_000 : 3);
        return Preconditions.tagged(ETag.of(7), new Try(text, 1, null, Mood.GRAVE, Instant.EPOCH, null, null, null));
    }

    @PutMapping("/{id}")
    ResponseEntity<Try> replace(@PathVariable UUID id, @RequestBody @Valid Try wanted, Preconditions preconditions) {
        preconditions.requireMatch(ETag.of(7));
        return Preconditions.tagged(ETag.of(8), wanted);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MergePatch.MEDIA_TYPE, "application/json"})
    ResponseEntity<Try> change(@PathVariable UUID id, @RequestBody MergePatch patch, Preconditions preconditions) {
        preconditions.requireMatch(ETag.of(7));
        var current = new Try("old", 1, true, Mood.GAY, Instant.EPOCH, List.of("a"), Map.of("x", "1"), null);
        return Preconditions.tagged(ETag.of(8), patches.apply(patch, current));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id, Preconditions preconditions) {
        preconditions.requireMatch(ETag.of(7));
        return ResponseEntity.noContent().build();
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<Object> create(@RequestBody @Valid Try wanted, IdempotencyKey key) {
        return idempotency
                .replay(key)
                .orElseGet(() -> idempotency.once(key, () -> {
                    if (wanted.name().equals("fail")) {
                        throw new Conflict("There is one already.", URI.create("/api/v1/tries/1"));
                    }
                    return ResponseEntity.created(URI.create("/api/v1/tries/" + done.incrementAndGet()))
                            .eTag("\"1\"")
                            .body(wanted);
                }));
    }

    @PostMapping(path = "/small", consumes = MediaType.TEXT_PLAIN_VALUE)
    @BodyLimit(bytes = 10)
    String small(@RequestBody byte[] text) {
        return text.length + " bytes";
    }

    @GetMapping(path = "/stream", produces = "application/x-ndjson")
    ResponseEntity<StreamingResponseBody> stream(@RequestParam(defaultValue = "3") int lines) {
        StreamingResponseBody body = (OutputStream out) -> {
            for (int i = 0; i < lines; i++) {
                out.write(("{\"line\":" + i + "}\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        };
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-ndjson"))
                .body(body);
    }

    @GetMapping("/failing/{how}")
    String fail(@PathVariable String how) {
        throw switch (how) {
            case "missing" -> new NoSuchResource("try", how);
            case "gone" -> new GoneResource("try", how, Instant.EPOCH);
            case "locked" -> new OptimisticLockingFailureException("Row was updated, class org.onrecord.Secret");
            case "duplicate" -> new DuplicateKeyException("secret_index");
            case "away" -> new DataAccessResourceFailureException("connection refused");
            case "large" -> new org.onrecord.api.problem.ContentTooLarge("body", 10, "code points");
            default -> new IllegalStateException("secret internals");
        };
    }
}
