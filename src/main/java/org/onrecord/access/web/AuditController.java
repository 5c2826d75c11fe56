package org.onrecord.access.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.AuditEntry;
import org.onrecord.access.AuditTrail;
import org.onrecord.api.Cursors;
import org.onrecord.api.ResultList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets admins see who changed what, the latest first. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    /** Counting further would cost more than anyone learns from it. */
    private static final int COUNTED = 10_000;

    private final AuditTrail trail;
    private final Cursors cursors;

    AuditController(AuditTrail trail, Cursors cursors) {
        this.trail = trail;
        this.cursors = cursors;
    }

    @GetMapping
    ResultList<AuditEntry> list(
            @RequestParam(required = false) @Nullable String caller,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var binding = "audit " + caller + " " + from + " " + to;
        var found = trail.list(caller, from, to, position(cursor, binding), limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var last = page.isEmpty() ? null : page.get(page.size() - 1);
        var next = found.size() > limit && last != null ? cursors.encode(binding, last.at(), last.id()) : null;
        long total = trail.count(caller, from, to, COUNTED + 1);
        var relation = total > COUNTED ? ResultList.Relation.GTE : ResultList.Relation.EQ;
        return ResultList.of(page, Math.min(total, COUNTED), relation, limit, next);
    }

    private AuditTrail.@Nullable Position position(@Nullable String cursor, String binding) {
        if (cursor == null) {
            return null;
        }
        var keys = cursors.decode(cursor, binding);
        return new AuditTrail.Position(Objects.requireNonNull(keys.instant(0)), Objects.requireNonNull(keys.id(1)));
    }
}
