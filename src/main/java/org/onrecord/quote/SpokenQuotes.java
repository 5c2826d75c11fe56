package org.onrecord.quote;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onrecord.entity.SpokenCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the quotes entities spoke: those that stand today, in articles anybody may see, not rejected. */
@Component
class SpokenQuotes implements SpokenCount {

    private final JdbcClient jdbc;

    SpokenQuotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Long> of(Collection<UUID> entityIds) {
        record Row(UUID id, long quotes) {}
        return jdbc
                .sql("""
                        select speaker_id, count(*) as quotes from standing_quote
                        where speaker_id = any (:ids) group by speaker_id
                        """)
                .param("ids", entityIds.toArray(UUID[]::new))
                .query((row, number) -> new Row(row.getObject("speaker_id", UUID.class), row.getLong("quotes")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Row::quotes));
    }
}
