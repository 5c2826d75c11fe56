package org.onrecord.cleaning.furniture;

import java.util.Locale;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.text.Phrases;

/** Recognises lines that lead to other stories: by a tag in brackets, by a label before them, or as their heading. */
public final class Teasers {

    private static final Phrases TAGS = Phrases.of("""
            vote | poll | polls | revealed | reveal | latest | insight | pictures | picture | pics | photos | photo
            images | gallery | in pictures | in pics | video | videos | watch | watch video | watch here
            watch now | see video | see photos | see pictures | see pics | opinion | comment | comments | analysis
            spotlight | exclusive | read | read more | read here | full story | report | update | updates | updated
            live | live blog | liveblog | live updates | breaking | interview | review | quiz | map | maps
            mapped | listen | podcast | audio | explained | explainer | details | warning | forecast | shock
            reaction | profile | uncovered | exposed | claim | claims | twitter | instagram | data | graphic
            graphics | infographic | study | research | advice | tips | guide | rumour | rumours | gossip | analysed
            in depth | in-depth | survey | trailer | recipe | pictured | blog | column | editorial | letters
            chart | charts | graph | stats | must read | must see | must watch | new | more | see more
            find out more | here | click here | inside | intel | investigation | special report | feature
            long read | background | history | timeline | fact check | weather | sport | football | politics | royal
            royals | news | health | money | quotes | reveals | insider | expert | experts | discussion | debate
            have your say | win | competition | subscribe | sign up | tv | footage | clip | poll results | results
            full list | list | scoop | leaked | leak | confirmed | transcript
            """);

    /** Notes in transcripts; they belong to the story. */
    private static final Phrases STAGE_NOTES = Phrases.of("""
            applause | laughter | cheers | cheering | crosstalk | inaudible | pause | music | boos | booing | laughs
            silence | unintelligible | sic | redacted | expletive | begin video clip | end video clip
            begin videotape | end videotape | commercial break | foreign language
            """);

    /** Labels that stand only before links. */
    private static final Phrases PLAIN_LABELS = Phrases.of("""
            read more | read also | also read | must read | must-read | read next | read now | read this
            keep reading | don't miss | dont miss | do not miss | see also | also see | see more | recommended
            recommended reading | recommended for you | related article | related articles | related stories
            related story | related content | related news | related reading | related links | related coverage
            related video | related videos | related topics | more on this story | more on this topic | more on this
            you may also like | you might also like | you may like | you might like
            you may also be interested in | you may also want to read | you might have missed
            in case you missed it | icymi | what to read next | more to read | further reading | also on
            also in the news | more stories | more news | more from | most read | most popular | most viewed
            most commented | most shared | top stories | trending | trending now | trending stories | editor's picks
            editors' picks | editor's choice | editor's pick | up next | read the full story | read full story
            read full article | read the full article | read the full report | read the original article
            read our full | full story | full coverage | watch more | watch also | also watch | watch now
            watch live | watch the video | watch video | must watch | listen to more | catch up | check out
            before you go | latest stories | latest news | latest headlines | popular stories | popular now
            popular posts | what others are reading | people also read | other stories | suggested reading
            subscriber only stories | best of express premium | recommended stories | next article
            previous article | next story | previous story | read on | learn more | find out more | explore more
            go deeper | dig deeper | what's next | more like this | from the archive | more coverage | view gallery
            view more | load more | show more | see all | open gallery | photo gallery | in pictures | in photos
            live updates | follow live | live blog | big read | long read | today's top stories | today's headlines
            don't leave without | you need to know | more about | additional reading | read: | related
            """);

    /** Labels that are ordinary words too. They count only before a colon or a bar, and not before a sentence. */
    private static final Phrases WORD_LABELS = Phrases.of("""
            related | more | read | watch | listen | see | next | previous | video | gallery | photos | pictures
            podcast | live | explainer | quiz | poll | background | trending | recommended | popular | explore
            check out | opinion | in depth | in-depth
            """);

    private static final Phrases INVITATIONS = Phrases.of("""
            click here | tap here | click to | click on the link | click through | click the link | read more here
            read more at | read more on | read more about | read more from | read more news | read more stories
            read the rest | read the latest | read the full | read it here | read our full | see more at
            see more on | for more stories | for more news | for more on this | for more from | for more top
            for all the latest | for the latest news | for the latest headlines | to read more | to read the full
            continue reading | visit our | head to our | catch up on | scroll through | you can read
            find more stories | find more news | more stories from | more news from | check out our | check out more
            stay with us | follow our live | follow all the latest | follow the latest | follow live
            track latest | catch all the | list of | end of list | get all the latest | get latest | download the
            """);

    private static final Phrases SITE_HEADINGS = Phrases.of("""
            read more from | read more on | read more about | more from | more on | most read in | more in
            most popular in | top stories in | related to | latest from | recommended in
            """);

    private static final Phrases PURPOSES = Phrases.of("to | for");

    private static final Phrases OWN_VOICE = Phrases.of(
            "click here | tap here | our | here | live blog | live coverage | top headlines | breaking news");

    private static final Phrases FILED =
            Phrases.of("filed under: | tags: | topics: | related topics: | more about: | related tags: | tagged:");

    private static final Phrases TOPIC_HEADINGS =
            Phrases.of("topics | tags | related topics | related internet links | around the bbc | filed under");

    private Teasers() {}

    /** "… [VOTE]", "[WATCH] …", "… (VIDEO)": a headline with a tag in capitals. */
    static boolean isTagged(Passage passage) {
        String tag = tag(passage);
        if (tag.isEmpty() || !TAGS.contains(tag)) {
            return false;
        }
        String rest = rest(passage);
        char mark = Passage.finalMark(rest);
        return passage.words() <= 32 && mark != '.' && mark != ',' && mark != ';';
    }

    /** Whether it has a tag, known or not; an unknown one counts only beside a known one. */
    public static boolean mayBeTagged(Passage passage) {
        String tag = tag(passage);
        return !tag.isEmpty() && !STAGE_NOTES.contains(tag) && Passage.finalMark(rest(passage)) != '.';
    }

    /** The tag at either end, in lower case; empty if there is none. */
    private static String tag(Passage passage) {
        String text = passage.text();
        if (text.length() < 4) {
            return "";
        }
        int open = Math.max(text.lastIndexOf('['), text.lastIndexOf('('));
        char last = text.charAt(text.length() - 1);
        if (open >= 0 && last == (text.charAt(open) == '[' ? ']' : ')')) {
            return tag(text.substring(open + 1, text.length() - 1));
        }
        int close = text.indexOf(']');
        return text.charAt(0) == '[' && close > 0 ? tag(text.substring(1, close)) : "";
    }

    private static String tag(String inside) {
        boolean capitals = inside.length() <= 25
                && inside.chars().anyMatch(Character::isUpperCase)
                && inside.chars().noneMatch(Character::isLowerCase);
        return capitals ? inside.strip().toLowerCase(Locale.ROOT) : "";
    }

    private static String rest(Passage passage) {
        String text = passage.text();
        if (text.charAt(0) == '[') {
            return text.substring(text.indexOf(']') + 1).strip();
        }
        return text.substring(0, Math.max(text.lastIndexOf('['), text.lastIndexOf('(')))
                .strip();
    }

    /** A label that leads to other stories, alone or with the story's headline after it. */
    static boolean isReadMore(Passage passage) {
        return isHeading(passage) || isLabelled(passage) || isInvitation(passage) || isListMarker(passage);
    }

    /** A label alone; headlines of other stories may follow it. */
    public static boolean isHeading(Passage passage) {
        return passage.words() <= 7 && PLAIN_LABELS.contains(passage.label())
                || passage.words() <= 3 && passage.text().endsWith(":") && WORD_LABELS.contains(passage.label())
                || isSiteHeading(passage);
    }

    /** "Read more from Harbour News:", "READ MORE ON UKRAINE", "MOST READ IN NEWS", "More from Politics". */
    private static boolean isSiteHeading(Passage passage) {
        boolean opening = passage.startsWithAny(SITE_HEADINGS);
        boolean open = !passage.endsSentence() && passage.finalMark() != ',';
        return opening && open && passage.words() <= 8 && !passage.reportsSpeech() && !passage.holdsStatement();
    }

    private static boolean isLabelled(Passage passage) {
        if ("“\"‘'".indexOf(passage.text().charAt(0)) >= 0) {
            return false;
        }
        String text = passage.label();
        String label = text.substring(0, PLAIN_LABELS.longestAt(text, 0));
        if (!label.isEmpty() && label.length() < text.length() && passage.words() <= 40) {
            char after = text.charAt(label.length());
            boolean separated = isSeparator(text, label.length());
            boolean shouted = isShouted(passage, label) && (after == ' ' || separated);
            if (separated || shouted) {
                return !label.equals("related") || !passage.text().endsWith(".");
            }
        }
        String word = text.substring(0, WORD_LABELS.longestAt(text, 0));
        return !word.isEmpty()
                && isSeparator(text, word.length())
                && passage.words() <= 30
                && ".,;".indexOf(passage.finalMark()) < 0
                && !passage.reportsSpeech()
                && !passage.holdsStatement();
    }

    private static boolean isSeparator(String text, int index) {
        int mark = index;
        while (mark < text.length() && text.charAt(mark) == ' ') {
            mark++;
        }
        boolean dash = mark > index && mark < text.length() && "-–—>".indexOf(text.charAt(mark)) >= 0;
        return dash || mark < text.length() && ":|…»".indexOf(text.charAt(mark)) >= 0 || text.startsWith("...", mark);
    }

    private static boolean isShouted(Passage passage, String label) {
        int start = passage.plain().indexOf(label);
        if (start < 0 || passage.plain().length() != passage.text().length()) {
            return false;
        }
        String printed = passage.text().substring(start, start + label.length());
        return printed.chars().noneMatch(Character::isLowerCase) && !label.equals("related");
    }

    private static boolean isInvitation(Passage passage) {
        boolean calm = !passage.holdsStatement() && !passage.reportsSpeech();
        if (!calm || passage.words() > 25) {
            return false;
        }
        return passage.startsWithAny(INVITATIONS) && addresses(passage)
                || passage.words() <= 25 && passage.contains("click here") && passage.startsWithAny(PURPOSES);
    }

    /** Whether the passage is short or speaks in the voice of the site. */
    private static boolean addresses(Passage passage) {
        return passage.words() <= 6 || !passage.endsSentence() || passage.containsAny(OWN_VOICE);
    }

    /** "list 1 of 4", "end of list": what screen readers read out between teasers. */
    private static boolean isListMarker(Passage passage) {
        String label = passage.label();
        boolean item = label.startsWith("list ")
                && label.length() > 10
                && Character.isDigit(label.charAt(5))
                && label.startsWith(" of ", 6);
        return item || label.equals("end of list");
    }

    /** Topics and tags under which the site files the story. */
    static boolean isRelated(Passage passage) {
        boolean filed = passage.startsWithAny(FILED);
        return filed && passage.words() <= 40 && !passage.endsSentence() || TOPIC_HEADINGS.contains(passage.label());
    }

    /** Whether the line is in capitals: some sites print links to other stories so, between paragraphs. */
    public static boolean isShouting(Passage passage) {
        String text = passage.text();
        boolean open =
                Character.isLetterOrDigit(text.charAt(text.length() - 1)) || text.endsWith("!") || text.endsWith("?");
        return passage.words() >= 6
                && passage.words() <= 25
                && open
                && !passage.holdsStatement()
                && text.chars().filter(Character::isUpperCase).count() >= 20
                && text.chars().noneMatch(Character::isLowerCase);
    }
}
