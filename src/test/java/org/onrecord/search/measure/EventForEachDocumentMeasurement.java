package org.onrecord.search.measure;

import jakarta.persistence.EntityManager;
import org.onrecord.database.ArchiveTest;
import org.springframework.boot.test.context.SpringBootTest;

/** Hibernate Search's own outbox-polling: one event for each document, polled by its agents. */
@SpringBootTest(
        properties = {
            "spring.jpa.properties.hibernate.search.coordination.strategy=outbox-polling",
            "spring.jpa.properties.hibernate.search.coordination.event_processor.polling_interval=20",
            "spring.jpa.properties.hibernate.search.coordination.event_processor.batch_size=250",
            "spring.jpa.hibernate.ddl-auto=create-only",
        })
@ArchiveTest
class EventForEachDocumentMeasurement extends OutboxMeasurement {

    @Override
    void note(EntityManager entityManager, GeneratedArchive.Written written) {
        eventForEach(entityManager, written);
    }
}
