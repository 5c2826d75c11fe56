package org.onrecord.cleaning.furniture;

import org.onrecord.cleaning.passage.Passage;
import org.onrecord.text.Phrases;

/** Recognises labels of advertisements, and of video players and widgets. */
final class Advertisements {

    private static final Phrases LABELS = Phrases.of("""
            advertisement | advertisements | advert | ad | ads | adchoices | sponsored | sponsored content
            sponsored links | sponsored by | promoted | promoted content | promoted stories | promoted links
            paid content | paid post | paid for by | partner content | ad feedback | video ad feedback
            report this ad | remove ads | remove ad | loading ad | skip ad | skip advertisement | close ad
            content from our partners | from our partners | from our advertising partners | around the web
            from the web | scroll to continue | scroll down to continue | keep scrolling | text ad
            featured video of the day | recommended video | recommended videos | now playing | play video
            video unavailable | this video can not be played | this video cannot be played
            your browser does not support the video tag | your browser does not support the audio element
            audio is not currently available | scroll down for video | scroll down for more
            sorry, the video player failed to load | enable javascript to view this content
            """);

    private static final Phrases CONTINUATIONS = Phrases.of("""
            story continues | article continues | this article continues | the article continues
            the story continues | this story continues | continue reading below | continues below
            advertisement - continue | advertisement - scroll | advertisement. scroll | advertisement scroll
            advertisement article continues | advertisement story continues | advertisement continue | story resumes
            report continues
            """);

    private static final Phrases PLAYERS = Phrases.of("""
            to play this video you need to enable javascript | please use chrome browser for a more accessible
            you need to enable javascript | please enable javascript | javascript is disabled | powered by taboola
            by taboola | by outbrain | powered by primis | sponsored by revcontent
            a modern browser with javascript
            """);

    private Advertisements() {}

    static boolean matches(Passage passage) {
        if (LABELS.contains(passage.label())) {
            return true;
        }
        if (passage.holdsStatement() || passage.reportsSpeech()) {
            return false;
        }
        return passage.words() <= 9 && passage.startsWithAny(CONTINUATIONS) && passage.finalMark() != ','
                || passage.words() <= 40 && passage.containsAny(PLAYERS);
    }
}
