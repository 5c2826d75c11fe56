package org.onrecord.demo;

import java.util.List;
import java.util.Objects;
import org.onrecord.api.Caller;
import org.onrecord.api.Preconditions;
import org.onrecord.article.Articles;
import org.onrecord.ingest.Delivery;
import org.onrecord.ingest.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Takes the sample articles in through the ordinary intake, into an archive that does not have them yet. */
@Component
@Profile("demo")
class SampleArchive implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(SampleArchive.class);

    private final Intake intake;
    private final Articles articles;

    SampleArchive(Intake intake, Articles articles) {
        this.intake = intake;
        this.articles = articles;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<Delivery> samples = SampleArticles.all();
        // The last one is in last: an archive that has it has them all, and one of them must not be printed back again.
        String last = Objects.requireNonNull(
                samples.get(samples.size() - 1).metadata().url());
        if (articles.findByUrl(last).isEmpty()) {
            samples.forEach(sample -> intake.store(intake.prepare(sample), Caller.LOCAL, Preconditions.NONE));
            log.info("Took in {} sample articles; all of them are invented", samples.size());
        }
    }
}
