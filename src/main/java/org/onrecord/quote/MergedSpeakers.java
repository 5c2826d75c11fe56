package org.onrecord.quote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.onrecord.entity.NamedEntityMerged;
import org.onrecord.entity.NamedEntityParted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives the quotes of a merged entity to the one that stands for it, and returns them when the two are parted. */
@Component
class MergedSpeakers {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    MergedSpeakers(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @EventListener
    void on(NamedEntityMerged merged) {
        announce(jdbc.sql("""
                        update quote
                           set speaker_id = :survivor, speaker_merged_from = coalesce(speaker_merged_from, :merged),
                               version = version + 1
                         where speaker_id = :merged
                        returning id, article_id
                        """)
                .param("survivor", merged.survivorId())
                .param("merged", merged.mergedId())
                .query(MergedSpeakers::changed)
                .list());
    }

    @EventListener
    void on(NamedEntityParted parted) {
        announce(jdbc.sql("""
                        update quote
                           set speaker_id = :parted, speaker_merged_from = nullif(speaker_merged_from, :parted),
                               version = version + 1
                         where speaker_id = :survivor and speaker_merged_from = any (:along)
                        returning id, article_id
                        """)
                .param("parted", parted.partedId())
                .param("survivor", parted.survivorId())
                .param("along", parted.broughtAlong().toArray(UUID[]::new))
                .query(MergedSpeakers::changed)
                .list());
    }

    private void announce(List<QuoteChanged> changed) {
        changed.forEach(events::publishEvent);
    }

    private static QuoteChanged changed(ResultSet row, int number) throws SQLException {
        return new QuoteChanged(row.getObject("id", UUID.class), row.getObject("article_id", UUID.class));
    }
}
