package org.onrecord.archive;

import io.micrometer.core.instrument.Timer;
import org.onrecord.api.input.Limits;
import org.onrecord.article.ArticleText;
import org.onrecord.extraction.Analysis;
import org.onrecord.extraction.Extractor;
import org.onrecord.kernel.Unfit;
import org.springframework.stereotype.Component;

/** Analyses texts: finds the quotes and names in them. Slow work, done before any transaction begins. */
@Component
public class ArticleAnalyser {

    private final Extractor extractor;
    private final TextWork work;
    private final Timer extraction;

    ArticleAnalyser(Extractor extractor, TextWork work) {
        this.extractor = extractor;
        this.work = work;
        this.extraction = work.timer("onrecord.extraction", "Finding the quotes and names of an article");
    }

    /**
     * Analyses the body of a text.
     *
     * @throws Unfit if the body is blank, or the text longer than the archive takes
     */
    public Analysis analyse(ArticleText text) {
        checkSize(text);
        return work.run(extraction, () -> extractor.analyse(text.body()));
    }

    private static void checkSize(ArticleText text) {
        if (text.body().isBlank()) {
            throw new Unfit("body", "empty-article", "there are no words in it to keep");
        }
        if (text.headline().length() > Limits.HEADLINE_CHARACTERS) {
            throw new Unfit(
                    "headline",
                    "too-long",
                    "the headline (the first line) has more than " + Limits.HEADLINE_CHARACTERS + " characters");
        }
        int codePoints = text.body().codePointCount(0, text.body().length());
        if (codePoints > Limits.BODY_CODE_POINTS) {
            throw new Unfit(
                    "body",
                    "too-long",
                    "the body has " + codePoints + " code points; at most " + Limits.BODY_CODE_POINTS + " are taken");
        }
    }
}
