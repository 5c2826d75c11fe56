package org.onrecord.cleaning.furniture;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Reason;

/**
 * Recognises by the words of one passage alone what sites put around and into articles. Every rule asks for more than
 * one sign, and nearly all leave a passage alone that quotes a statement or says that somebody spoke.
 */
public final class Furniture {

    private record Rule(Reason reason, Predicate<Passage> matches) {}

    /** If two rules match, the first gives the reason, so that the more particular comes first. */
    private static final List<Rule> RULES = List.of(
            new Rule(Reason.SEPARATOR, Furniture::isSeparator),
            new Rule(Reason.ADVERTISEMENT, Advertisements::matches),
            new Rule(Reason.SHARE_BAR, ShareBars::matches),
            new Rule(Reason.CONSENT, SignUps::isConsent),
            new Rule(Reason.NEWSLETTER, SignUps::isNewsletter),
            new Rule(Reason.PROMO, Teasers::isTagged),
            new Rule(Reason.READ_MORE, Teasers::isReadMore),
            new Rule(Reason.RELATED, Teasers::isRelated),
            new Rule(Reason.CAPTION, Captions::matches),
            new Rule(Reason.TRAILER, Trailers::matches),
            new Rule(Reason.COMMENTS, CallsOut::isCommentPrompt),
            new Rule(Reason.CALL_OUT, CallsOut::isCallOut),
            new Rule(Reason.PROMO, CallsOut::isFollowUs),
            new Rule(Reason.NAVIGATION, Navigation::matches));

    private Furniture() {}

    /** Why the passage is not part of the article, or null where it may be. */
    public static @Nullable Reason reason(Passage passage) {
        return passage.judgedBy(Furniture::judge);
    }

    public static boolean matches(Passage passage) {
        return reason(passage) != null;
    }

    private static @Nullable Reason judge(Passage passage) {
        if (!passage.isJudged()) {
            return null;
        }
        for (Rule rule : RULES) {
            if (rule.matches.test(passage)) {
                return rule.reason;
            }
        }
        return null;
    }

    /** A line without letters and digits, such as a row of stars; quote marks and dots may belong to a quote. */
    private static boolean isSeparator(Passage passage) {
        return passage.words() == 0
                && passage.text().chars().noneMatch(mark -> "“”\"‘’«»".indexOf(mark) >= 0)
                && passage.text().chars().anyMatch(mark -> mark != '.' && mark != '…')
                && passage.text().codePoints().allMatch(mark -> mark < 0x2E80);
    }
}
