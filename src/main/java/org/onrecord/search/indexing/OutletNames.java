package org.onrecord.search.indexing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.engine.IndexEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The names of all outlets, kept in memory: they are few, and suggestions look through them at every letter typed. They
 * are read again after any outlet has changed, and every time where other processes may change them. Thread-safe.
 */
@Component
public class OutletNames {

    private final JdbcClient jdbc;
    private final IndexEngine engine;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Known known;

    OutletNames(JdbcClient jdbc, IndexEngine engine) {
        this.jdbc = jdbc;
        this.engine = engine;
    }

    /**
     * Outlets that anybody may see whose slug or a word of whose name starts with what was typed, ignoring case, ordered
     * by name. The database is asked about those only, and at once: articles come and go without an outlet changing.
     *
     * @param most how many
     */
    public List<Outlet> startingWith(String typed, int most) {
        String start = typed.toLowerCase(Locale.ROOT);
        List<Outlet> starting =
                all().stream().filter(outlet -> outlet.startsWith(start)).toList();
        if (starting.isEmpty()) {
            return starting;
        }
        Set<UUID> shown = Set.copyOf(jdbc.sql("select id from shown_outlet where id = any (:ids)")
                .param("ids", starting.stream().map(Outlet::id).toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        return starting.stream()
                .filter(outlet -> shown.contains(outlet.id()))
                .limit(most)
                .toList();
    }

    /** An outlet may have changed: the names are to be read again. */
    void forget() {
        changes.incrementAndGet();
    }

    private List<Outlet> all() {
        Known last = known;
        long seen = changes.get();
        if (last != null && last.changes == seen && !engine.isShared()) {
            return last.outlets;
        }
        var read = new Known(seen, read());
        known = read;
        return read.outlets;
    }

    private List<Outlet> read() {
        return jdbc.sql("""
                        select id, slug, name, lower(name) as lower_case from outlet order by name, id
                        """).query(Outlet.class).list();
    }

    /** @param changes how many there were when the outlets were read */
    private record Known(long changes, List<Outlet> outlets) {}

    /**
     * An outlet by its names.
     *
     * @param lowerCase its name in lower case
     */
    public record Outlet(UUID id, String slug, String name, String lowerCase) {

        private boolean startsWith(String start) {
            return slug.startsWith(start) || lowerCase.startsWith(start) || lowerCase.contains(" " + start);
        }
    }
}
