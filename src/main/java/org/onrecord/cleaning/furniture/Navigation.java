package org.onrecord.cleaning.furniture;

import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Tokens;
import org.onrecord.text.Phrases;

/** Recognises menus, breadcrumbs and reading times: what helps readers to move around a site. */
final class Navigation {

    private static final Phrases LABELS = Phrases.of("""
            skip to main content | skip to content | skip to navigation | skip to article
            jump directly to the content | jump to content | skip | back to top | return to top | top | menu
            search | log in | login | sign in | sign out | register | my account | toggle navigation | toggle menu
            main menu | home | home page | homepage | back | next | previous | prev | close | breadcrumb
            breadcrumbs | contents | print this page | print content | listen to this article | listen to article
            listen to this story | audio | text size | font size | a a a | aa | dark mode | go to homepage
            return to homepage | play | pause | mute | loading | loading... | please wait | expand | collapse
            show less | read less | transcript | guardian standard | why you can trust sky news | give this article
            follow us | send any friend a story | follow | following | add to my list | add to reading list
            my bookmarks | read in app | open in app | use app | get the app | download app | edition | uk edition
            us edition | e-paper | epaper | live tv | watch live tv | link copied | copied | you are here | about us
            contact us | advertise with us | careers | sitemap | help | site map | faq | faqs
            view original tweet on twitter | embed | download | continue | dismiss | no thanks | maybe later
            not now | ok | got it | editions
            """);

    private static final Phrases READING_TIME = Phrases.of("""
            min | mins | minute | minutes | read | reading | time | to | listen | est | estimated | of | approx
            length | about | sec | secs | seconds
            """);

    private static final Phrases EMBEDS = Phrases.of("""
            skip twitter post | end of twitter post | skip youtube post | end of youtube post | skip facebook post
            end of facebook post | skip instagram post | end of instagram post | allow twitter content
            allow instagram content | view this post on instagram | a post shared by | newyou can now listen
            you can now listen to
            """);

    private Navigation() {}

    static boolean matches(Passage passage) {
        return LABELS.contains(passage.label()) && !passage.endsSentence()
                || isReadingTime(passage)
                || isBreadcrumb(passage)
                || isEmbedNote(passage)
                || isTemplate(passage);
    }

    private static boolean isReadingTime(Passage passage) {
        if (passage.words() > 7 || passage.words() < 2) {
            return false;
        }
        int numbers = 0;
        int words = 0;
        for (String token : Tokens.of(passage.plain())) {
            boolean glued = token.endsWith("min") || token.endsWith("mins");
            if (Character.isDigit(token.charAt(0))) {
                numbers++;
                words += glued ? 1 : 0;
            } else if (READING_TIME.contains(token) || token.equals("min-read")) {
                words++;
            } else {
                return false;
            }
        }
        return numbers > 0 && words > 0 && passage.plain().contains("min");
    }

    /** "Home > News > Politics". */
    private static boolean isBreadcrumb(Passage passage) {
        String text = passage.text();
        boolean home = passage.label().startsWith("home") && passage.words() <= 14;
        boolean arrows = text.indexOf('>') > 0 || text.indexOf('›') > 0 || text.indexOf('»') > 0;
        boolean slashes = passage.label().startsWith("home /")
                || passage.label().startsWith("home/")
                || passage.label().startsWith("home |");
        return home && (arrows || slashes) || passage.label().startsWith("you are here:") && passage.words() <= 14;
    }

    private static boolean isEmbedNote(Passage passage) {
        return passage.words() <= 14 && passage.startsWithAny(EMBEDS);
    }

    /** A placeholder that a script of the page has not filled in: "{{message}}". */
    private static boolean isTemplate(Passage passage) {
        return passage.contains("{{") && passage.contains("}}") && !passage.endsSentence();
    }
}
