package org.onrecord.cleaning.furniture;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.credit.Byline;
import org.onrecord.cleaning.passage.NameShape;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Tokens;
import org.onrecord.text.Phrases;

/** Recognises notes on the author under a story. A note on a person whom the story names is part of the story. */
public final class AuthorBios {

    private static final Phrases JOBS = Phrases.of("""
            reporter | correspondent | columnist | staff writer | contributing writer | contributor | journalist
            editor | bureau chief | freelance | producer | commentator | senior writer
            """);

    private static final List<String> VERBS =
            Phrases.of("""
            is a | is an | is the | is our | is bbc | is bbc's | covers | writes | reports | has been | has covered
            joined
            """).all().stream().map(verb -> " " + verb + " ").toList();

    private static final Phrases CONTACTS =
            Phrases.of("contact | email | e-mail | reach | twitter: @ | write to | follow");

    private static final Phrases REACHED = Phrases.of("can be reached at | can be contacted at | reached via email");

    private static final Phrases TELLING =
            Phrases.of("follow | covers | covering | based in | writes about | for the | at the | 's");

    private static final Phrases HEADINGS = Phrases.of(
            "about the author | about the authors | about the writer | author | authors | the author | meet the author");

    private AuthorBios() {}

    public static boolean matches(Passage passage, @Nullable String byline, List<Passage> story) {
        if (passage.holdsStatement() || passage.words() > 90) {
            return false;
        }
        return isContact(passage) || HEADINGS.contains(passage.label()) || isBio(passage, byline, story);
    }

    private static boolean isContact(Passage passage) {
        boolean opens = passage.startsWithAny(CONTACTS) || passage.containsAny(REACHED);
        return opens && passage.contains("@") && passage.words() <= 30;
    }

    private static boolean isBio(Passage passage, @Nullable String byline, List<Passage> story) {
        String name = nameBeforeVerb(passage);
        if (name.isEmpty()) {
            return false;
        }
        boolean credited = byline != null && byline.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
        boolean telling = passage.contains("@") || passage.containsAny(TELLING);
        return credited || telling && passage.containsAny(JOBS) && !isNamedIn(story, passage, surname(name));
    }

    private static String surname(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** The two to four capitalised words before the first verb; empty if there is no such name. */
    private static String nameBeforeVerb(Passage passage) {
        int end = -1;
        for (String verb : VERBS) {
            int found = passage.plain().indexOf(verb);
            end = found > 0 && (end < 0 || found < end) ? found : end;
        }
        if (end < 0 || passage.plain().length() != passage.text().length()) {
            return "";
        }
        String name = passage.text().substring(0, end);
        List<String> tokens = Tokens.of(name);
        boolean person = tokens.size() >= 2
                && tokens.size() <= 4
                && tokens.stream().allMatch(NameShape::isCapitalised)
                && name.indexOf(',') < 0;
        return person ? name : "";
    }

    private static boolean isNamedIn(List<Passage> story, Passage note, String surname) {
        for (Passage passage : story) {
            if (passage != note && Byline.of(passage) == null && passage.text().contains(surname)) {
                return true;
            }
        }
        return false;
    }
}
