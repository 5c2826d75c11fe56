package org.onrecord.search.measure;

import jakarta.persistence.EntityManager;
import org.onrecord.article.ArticleChanged;
import org.onrecord.database.ArchiveTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;

/** One outbox row for each article, indexed in batches: what the archive does. */
@SpringBootTest
@ArchiveTest
class RowForEachArticleMeasurement extends OutboxMeasurement {

    @Autowired
    private ApplicationEventPublisher events;

    @Override
    void note(EntityManager entityManager, GeneratedArchive.Written written) {
        events.publishEvent(new ArticleChanged(written.article()));
    }
}
