package org.onrecord.article;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.onrecord.api.Caller;
import org.onrecord.api.Standing;
import org.onrecord.api.problem.Conflict;
import org.onrecord.kernel.Deleted;
import org.onrecord.kernel.ExpectedVersion;
import org.onrecord.kernel.Ids;
import org.onrecord.kernel.Missing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the outlets: finds them by slug, making those the archive meets for the first time, and edits them. */
@Service
public class OutletRegister {

    private final Outlets outlets;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutletRegister(Outlets outlets, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.outlets = outlets;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The outlet of this slug, made inside the caller's transaction if it is new. Safe to race.
     *
     * @param name what to call it if it is new; null takes a name from the slug
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID findOrMake(OutletSlug slug, @Nullable String name) {
        return outlets.findBySlug(slug.value()).map(Outlet::id).orElseGet(() -> {
            outlets.insertIfMissing(Ids.next(), slug.value(), name == null ? nameFrom(slug) : name);
            UUID made = outlets.findBySlug(slug.value()).orElseThrow().id();
            events.publishEvent(new OutletChanged(made));
            return made;
        });
    }

    /**
     * Adds an outlet.
     *
     * @throws Conflict if there is one of this slug, deleted or not
     */
    @Transactional
    public Outlet add(OutletSlug slug, OutletDescription description) {
        if (outlets.findBySlug(slug.value()).isPresent()) {
            throw new Conflict(
                    "There is an outlet " + slug.value() + " already.", URI.create("/api/v1/outlets/" + slug.value()));
        }
        Outlet outlet = outlets.save(new Outlet(Ids.next(), slug, description, clock.instant()));
        events.publishEvent(new OutletChanged(outlet.id()));
        return outlet;
    }

    /** Says anew what the outlet is; the description is made from the one it has. */
    @Transactional
    public Outlet edit(String slug, ExpectedVersion expected, UnaryOperator<OutletDescription> edit) {
        Outlet outlet = existing(slug);
        expected.check(outlet.version());
        outlet.describe(edit.apply(outlet.description()));
        events.publishEvent(new OutletChanged(outlet.id()));
        return outlets.saveAndFlush(outlet);
    }

    /** Hides the outlet; its articles stay. */
    @Transactional
    public void delete(String slug, ExpectedVersion expected) {
        Outlet outlet = existing(slug);
        expected.check(outlet.version());
        outlet.delete(clock.instant());
        events.publishEvent(new OutletChanged(outlet.id()));
    }

    /** Brings a deleted outlet back; one that is not deleted stays as it is. */
    @Transactional
    public Outlet restore(String slug) {
        Outlet outlet = outlets.findBySlug(slug).orElseThrow(() -> new Missing("outlet", slug));
        if (outlet.deletedAt() != null) {
            outlet.restore();
            events.publishEvent(new OutletChanged(outlet.id()));
        }
        return outlets.saveAndFlush(outlet);
    }

    /**
     * Outlets by slug.
     *
     * @param after those behind this slug only, or null to begin
     * @param atMost how many
     */
    @Transactional(readOnly = true)
    public Listed list(@Nullable String after, int atMost) {
        return new Listed(outlets.listAfter(after == null ? "" : after, Limit.of(atMost)), outlets.countListed());
    }

    /**
     * Outlets as they are listed.
     *
     * @param total how many there are in all
     */
    public record Listed(List<Outlet> outlets, long total) {}

    /**
     * The outlet of this slug.
     *
     * @throws Missing if there is none as far as the caller may know
     * @throws Deleted if it was deleted
     */
    public Outlet find(String slug, Caller caller) {
        jdbc.sql("select withheld, deleted_at from stored_outlet where slug = ?")
                .param(slug)
                .query((row, number) -> Standing.read(row))
                .optional()
                .orElseThrow(() -> new Missing("outlet", slug))
                .check(caller, "outlet", slug);
        return existing(slug);
    }

    private Outlet existing(String slug) {
        Outlet outlet = outlets.findBySlug(slug).orElseThrow(() -> new Missing("outlet", slug));
        if (outlet.deletedAt() != null) {
            throw new Deleted("outlet", slug, outlet.deletedAt());
        }
        return outlet;
    }

    /** "daily-tribune" → "Daily Tribune". */
    private static String nameFrom(OutletSlug slug) {
        StringBuilder name = new StringBuilder();
        for (String word : slug.value().split("-+")) {
            name.append(name.isEmpty() ? "" : " ")
                    .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return name.toString();
    }
}
