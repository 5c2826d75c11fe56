package org.onrecord.cleaning;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what pages put around and into articles by the words of one passage alone. Every rule asks for more than
 * one sign; a passage that quotes somebody's statement or says that somebody spoke is left alone by nearly all.
 */
final class Furniture {

    private record Rule(Reason reason, Predicate<Passage> matches) {}

    /** The order matters where two rules match: the more particular first. */
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
    static @Nullable Reason reason(Passage passage) {
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

    /** A rule, a row of stars: a line without any letter or digit; quote marks and dots might belong to a quote. */
    private static boolean isSeparator(Passage passage) {
        return passage.words() == 0
                && passage.text().chars().noneMatch(mark -> "“”\"‘’«»".indexOf(mark) >= 0)
                && passage.text().chars().anyMatch(mark -> mark != '.' && mark != '…')
                && passage.text().codePoints().allMatch(mark -> mark < 0x2E80);
    }
}
