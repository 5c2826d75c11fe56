package org.onrecord.search.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onrecord.search.engine.Hit;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is shown of articles or entities: as hits bring it from the index, else as the database has it now. */
@Component
class Summaries {

    private final JdbcClient jdbc;

    Summaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By id; without those of which neither has any.
     *
     * @param stored SQL for id and summary of those in {@code :ids} that may be shown
     */
    Map<UUID, String> of(List<Hit> hits, String stored) {
        Map<UUID, String> summaries = new HashMap<>(stored(
                hits.stream().filter(hit -> hit.summary() == null).map(Hit::id).toList(), stored));
        for (Hit hit : hits) {
            if (hit.summary() != null) {
                summaries.put(hit.id(), hit.summary());
            }
        }
        return summaries;
    }

    /** The same from the database alone, at one query however many there are. */
    Map<UUID, String> stored(List<UUID> ids, String stored) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> summaries = new HashMap<>();
        jdbc.sql(stored).param("ids", ids.toArray(UUID[]::new)).query((RowCallbackHandler)
                row -> summaries.put(row.getObject("id", UUID.class), row.getString("summary")));
        return summaries;
    }
}
