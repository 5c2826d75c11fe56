package org.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.onrecord.api.Caller;
import org.onrecord.api.Preconditions;
import org.onrecord.database.ArchiveTest;
import org.onrecord.entity.Mention;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Rows of one kind go to the database together, not one by one. */
@SpringBootTest(properties = "spring.jpa.properties.hibernate.generate_statistics=true")
@ArchiveTest
class BatchingIntegrationTests {

    @Autowired
    private Intake intake;

    @Autowired
    private EntityManagerFactory factory;

    @Test
    void manyMentionsNeedFewStatements() {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        String body = IntStream.range(0, 80)
                .mapToObj(i -> "Wilma Brandt met Otto Keller in London.")
                .collect(Collectors.joining("\n\n"));
        PreparedArticle prepared = intake.prepare(
                new Delivery(Delivery.Metadata.NONE, new Delivery.PastedText("A long meeting\n\n" + body), false));
        statistics.clear();

        intake.store(prepared, Caller.LOCAL, Preconditions.NONE);

        long mentions = statistics.getEntityStatistics(Mention.class.getName()).getInsertCount();
        assertThat(mentions).isGreaterThanOrEqualTo(160);
        assertThat(statistics.getPrepareStatementCount())
                .as("statements prepared for %d mentions and what comes with them", mentions)
                .isLessThan(30);
    }
}
