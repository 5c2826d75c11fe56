package org.onrecord.ingest;

import io.micrometer.core.instrument.Timer;
import org.onrecord.archive.ArticleAnalyser;
import org.onrecord.archive.TextWork;
import org.onrecord.article.ArticleText;
import org.onrecord.article.RemovedText;
import org.onrecord.cleaning.CleanedArticle;
import org.onrecord.cleaning.Cleaner;
import org.onrecord.kernel.Sha256;
import org.onrecord.kernel.Unfit;
import org.springframework.stereotype.Component;

/** Prepares deliveries: cleans and analyses them. Slow work, done before any transaction begins. */
@Component
public class Preparation {

    private final Cleaner cleaner = new Cleaner();
    private final ArticleAnalyser analyser;
    private final TextWork work;
    private final Timer cleaning;

    Preparation(ArticleAnalyser analyser, TextWork work) {
        this.analyser = analyser;
        this.work = work;
        this.cleaning = work.timer("onrecord.cleaning", "Taking out of an item what is not the article");
    }

    /**
     * Cleans and analyses a delivery, touching nothing stored.
     *
     * @throws Unfit if nothing is left to store, or more than the archive takes
     */
    public PreparedArticle prepare(Delivery delivery) {
        Delivery.Content content = delivery.content();
        CleanedArticle cleaned = clean(content, delivery.clean());
        ArticleText text = new ArticleText(
                cleaned.headline(), cleaned.standfirst(), cleaned.byline(), cleaned.dateline(), cleaned.body());
        return new PreparedArticle(
                new Delivery(delivery.metadata().completedBy(cleaned), content, delivery.clean()),
                Sha256.hex(content.received()),
                text,
                cleaned.removed().stream()
                        .map(removed -> new RemovedText(removed.text(), removed.reason()))
                        .toList(),
                analyser.analyse(text));
    }

    private CleanedArticle clean(Delivery.Content content, boolean clean) {
        return work.run(cleaning, () -> clean ? content.cleaned(cleaner) : content.verbatim());
    }
}
