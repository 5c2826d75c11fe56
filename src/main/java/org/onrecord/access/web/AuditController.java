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
import org.onrecord.api.input.Limits;
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
            @RequestParam @Nullable String caller,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam(defaultValue = "" + Limits.PAGE_DEFAULT) @Min(1) @Max(Limits.PAGE) int limit,
            @RequestParam @Nullable String cursor) {
        var binding = "audit " + caller + " " + from + " " + to;
        var found = trail.list(caller, from, to, position(cursor, binding), limit + 1, COUNTED + 1);
        return ResultList.page(
                found.entries(),
                Math.min(found.total(), COUNTED),
                found.total() > COUNTED ? ResultList.Relation.GTE : ResultList.Relation.EQ,
                limit,
                last -> cursors.encode(binding, last.at(), last.id()));
    }

    private AuditTrail.@Nullable Position position(@Nullable String cursor, String binding) {
        if (cursor == null) {
            return null;
        }
        var keys = cursors.decode(cursor, binding);
        return new AuditTrail.Position(Objects.requireNonNull(keys.instant(0)), Objects.requireNonNull(keys.id(1)));
    }
}
