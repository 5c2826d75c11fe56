package org.onrecord.cleaning.furniture;

import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Tokens;
import org.onrecord.text.Phrases;

/** Recognises rows of buttons for sharing an article: only names of networks and words on buttons. */
public final class ShareBars {

    private static final Phrases NETWORKS = Phrases.of("""
            facebook | twitter | whatsapp | linkedin | pinterest | reddit | telegram | messenger | instagram
            flipboard | tumblr | snapchat | threads | bluesky | mastodon | youtube | tiktok | pocket | weibo | viber
            skype | koo | x | fb | google+ | sms | email | e-mail | mail
            """);

    private static final Phrases VERBS = Phrases.of("""
            share | shares | tweet | print | copy | save | bookmark | pin | post | gift | send | sharing | comment
            comments | listen
            """);

    private static final Phrases FILLERS = Phrases.of("""
            this | with | on | via | by | to | a | the | it | us | or | and | using | about | more | options | page
            article | story | link | links | url | copied | close | panel | open | view | all | friend | icon
            logo | button | opens | in | new | window | external | share: | messages | story: | content | clipboard
            add | read | later | now | kindly | please | for | your | post | app | messenger | tab | top | click
            k
            """);

    private static final Phrases ALONE = Phrases.of("""
            share | tweet | print | email | e-mail | copy link | save | bookmark | gift article | send | share this
            pin it | listen | read later | gift this article
            """);

    private static final Phrases APPEALS = Phrases.of("""
            help keep family & friends informed | help keep family and friends informed | share this article with
            share this story with | share this post with | please share this | kindly share this
            if you liked this story, share | share or comment on this article | share on other platforms
            """);

    private ShareBars() {}

    static boolean matches(Passage passage) {
        if (ALONE.contains(passage.label())) {
            return true;
        }
        if (passage.words() <= 14 && !passage.reportsSpeech() && passage.startsWithAny(APPEALS)) {
            return true;
        }
        Tally tally = tally(passage);
        boolean bar = tally.verbs > 0 && tally.verbs + tally.networks >= 2
                || tally.networks >= 2
                || tally.verbs > 0 && tally.fillers > 0 && !passage.endsSentence() && passage.contains("share")
                || tally.verbs > 0 && tally.numbers > 0 && passage.words() <= 3;
        return tally.nothingElse && bar && passage.finalMark() != '.';
    }

    /** Whether the passage may be one button; it is one only if a bar stands beside it. */
    public static boolean isButton(Passage passage) {
        Tally tally = tally(passage);
        boolean button = tally.verbs + tally.networks + tally.numbers > 0;
        return tally.nothingElse && button && passage.words() <= 4;
    }

    /** Whether it is only a number: how often something was shared, or the number of a picture. */
    public static boolean isCount(Passage passage) {
        String label = passage.label();
        return !label.isEmpty()
                && label.length() <= 5
                && passage.words() == 1
                && Character.isDigit(label.charAt(0))
                && label.chars()
                        .allMatch(digit -> Character.isDigit(digit) || digit == ',' || digit == '.' || digit == 'k');
    }

    private record Tally(int verbs, int networks, int numbers, int fillers, boolean nothingElse) {}

    private static Tally tally(Passage passage) {
        int verbs = 0;
        int networks = 0;
        int numbers = 0;
        int fillers = 0;
        if (passage.words() > 25 || !passage.isJudged()) {
            return new Tally(0, 0, 0, 0, false);
        }
        for (String token : Tokens.of(passage.plain())) {
            if (VERBS.contains(token)) {
                verbs++;
            } else if (NETWORKS.contains(token)) {
                networks++;
            } else if (Character.isDigit(token.charAt(0)) && token.length() <= 5) {
                numbers++;
            } else if (FILLERS.contains(token)) {
                fillers++;
            } else {
                return new Tally(0, 0, 0, 0, false);
            }
        }
        return new Tally(verbs, networks, numbers, fillers, true);
    }
}
