package org.onrecord.cleaning.furniture;

import java.util.List;
import java.util.Locale;
import org.onrecord.cleaning.passage.NameShape;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Tokens;
import org.onrecord.text.Phrases;

/** Recognises what agencies and sites print after a story: who worked on it, its origin, who holds the rights. */
public final class Trailers {

    private static final Phrases WORK_CREDITS = Phrases.of("""
            reporting by | additional reporting by | additional reporting from | writing by | editing by | edited by
            compiled by | reporting and writing by | writing and reporting by | written by | with reporting by
            with reporting from | with assistance by | with assistance from | with files from | with inputs from
            with input from | with agency inputs | with agencies | contributing: | contributors:
            contributing reporting by | research by | produced by | graphics by | translation by | translated by
            reported by | copy editing by | fact-checking by | source: read full article | source link
            source: reuters | source: afp | source: ap | source: agencies | source: al jazeera
            """);

    /** How sentences on rights and origin begin; they count anywhere in the item. */
    private static final Phrases ORIGINS = Phrases.of("""
            this article originally appeared | this article was originally published | this article first appeared
            this article was first published | this story originally appeared | this story was originally published
            this story first appeared | this story was first published | this post originally appeared
            this post was originally published | this report originally appeared | this report was first published
            originally published by | originally published on | originally published in | originally published at
            republished with permission | reprinted with permission | republished from | this article is republished
            a version of this article appears in print | a version of this story appeared
            a version of this article | this article appeared in the print edition | this article appeared in the
            this story has been refiled | this story was refiled | this story has not been edited
            this report has not been edited | this story is auto-generated
            this story has been published from a wire | this news item was published
            this article is auto-generated | this is an automatically generated | except for the headline
            our standards: the thomson reuters | our standards: | associated press religion coverage receives
            the associated press health and science department receives | the associated press is solely responsible
            the associated press contributed to this | reuters contributed to this | afp contributed to this
            associated press writer | associated press writers | this material may not be published
            all rights reserved | the bbc is not responsible for the content | to contact the reporter
            to contact the editor | to contact the author | for reprint rights | for permission to | order reprints
            acquire licensing rights | the views expressed in this article are | the views expressed are
            the opinions expressed in this article are | views expressed are | the post | read full article
            this story was produced by | this content is published through | this content was published
            distributed by tribune | distributed by allafrica | visit the | not edited by
            """);

    private static final Phrases ENDS = Phrases.of("""
            ends | end | end of article | end of story | the end | 30
            """);

    private static final Phrases AGENCIES = Phrases.of("""
            reuters | ap | afp | pa | pti | ani | ians | aap | upi | dpa | efe | tass | xinhua | nan | bernama
            kyodo | yonhap | anadolu | ansa | agencies | news agencies | agency | associated press
            the associated press | press association | press trust of india | agence france-presse | pa media
            thomson reuters | thomson reuters foundation | bloomberg | cnn | bbc | al jazeera
            al jazeera and news agencies | press trust | tnn | uni | news24 | sapa | ana | gna | kbc | staff
            with agencies | cmc
            """);

    private static final Phrases LONG_TITLES = Phrases.of("a version of this article appears in print | the post");

    private static final Phrases LONG_ENDINGS = Phrases.of("order reprints | appeared first on");

    private static final Phrases OTHER_JOBS = Phrases.of("editing by | edited by | writing by");

    private static final Phrases CONTRIBUTIONS = Phrases.of("""
            contributed to this report | contributed to this story | contributed to this article
            contributed reporting | contributed research
            """);

    private Trailers() {}

    /** Whether the passage is certainly a trailer, wherever it stands. */
    static boolean matches(Passage passage) {
        if (passage.holdsStatement()) {
            return passage.startsWithAny(LONG_TITLES) && passage.containsAny(LONG_ENDINGS);
        }
        return isCopyright(passage) || isOrigin(passage) || isWorkCredit(passage) || isWireEnd(passage);
    }

    /** Whether the passage is a trailer if nothing but furniture follows it. */
    public static boolean matchesAtEnd(Passage passage) {
        String label = passage.label();
        if (ENDS.contains(label) && !passage.text().equals(passage.plain()) && passage.words() <= 3) {
            return true;
        }
        if (passage.holdsStatement()) {
            return false;
        }
        boolean agency = AGENCIES.contains(label) && passage.words() <= 5;
        boolean source = label.startsWith("source:") && passage.words() <= 12
                || label.startsWith("sources:") && passage.words() <= 12
                || label.startsWith("source ") && passage.words() <= 5 && !passage.endsSentence();
        boolean contributed = passage.words() <= 40 && passage.endsWithAny(CONTRIBUTIONS);
        boolean address = passage.text().startsWith("(") && passage.contains("@") && passage.words() <= 15;
        return agency
                || address
                || source
                || contributed
                || isSignOff(passage)
                || passage.words() <= 30 && looseCredit(passage);
    }

    private static boolean looseCredit(Passage passage) {
        return passage.startsWithAny(WORK_CREDITS) && !passage.reportsSpeech() && passage.words() <= 25;
    }

    /** "© 2022 Harbour News", "Copyright 2022 …". */
    private static boolean isCopyright(Passage passage) {
        if (passage.words() > 80) {
            return false;
        }
        String label = passage.label();
        String plain = passage.plain();
        boolean sign = plain.startsWith("©")
                || plain.startsWith("(c) 20")
                || label.startsWith("copyright ©")
                || label.startsWith("copyright (c)")
                || label.startsWith("© ");
        boolean year = label.startsWith("copyright 20")
                || label.startsWith("copyright 19")
                || label.startsWith("copyright, ")
                || label.startsWith("copyright: ");
        return sign || year;
    }

    private static boolean isOrigin(Passage passage) {
        if (passage.words() > 90 || !passage.startsWithAny(ORIGINS) && !passage.contains("all rights reserved")) {
            return false;
        }
        if (passage.label().startsWith("the post ")) {
            return passage.contains("appeared first on");
        }
        if (passage.label().startsWith("visit the ")) {
            return passage.contains("distributed by");
        }
        if (passage.label().startsWith("for permission to")) {
            return passage.contains("republish") || passage.contains("reprint") || passage.contains("reproduce");
        }
        return !passage.reportsSpeech() || passage.contains("all rights reserved");
    }

    /** "(Reporting by A; Editing by B)": with two jobs, in brackets, after dashes, or only names after the job. */
    private static boolean isWorkCredit(Passage passage) {
        if (!passage.startsWithAny(WORK_CREDITS) || passage.words() > 70 || passage.reportsSpeech()) {
            return false;
        }
        String text = passage.text();
        if (passage.label().startsWith("source")) {
            return passage.words() <= 6 && passage.contains("full article")
                    || passage.label().equals("source link");
        }
        boolean bracketed = text.startsWith("(") && (text.endsWith(")") || text.endsWith(")."))
                || text.startsWith("[") && text.endsWith("]");
        boolean dashed =
                text.startsWith("--") || text.startsWith("—") || text.startsWith("– ") || text.startsWith("- ");
        boolean twoJobs = passage.containsAny(OTHER_JOBS) && text.contains(";");
        return bracketed || dashed || twoJobs || onlyNames(passage);
    }

    /** Whether only names, and the words that join them, follow the job. */
    private static boolean onlyNames(Passage passage) {
        List<String> tokens = Tokens.of(passage.text());
        int by = -1;
        for (int index = 0; index < Math.min(tokens.size(), 5); index++) {
            by = by < 0 && List.of("by", "from").contains(tokens.get(index).toLowerCase(Locale.ROOT)) ? index : by;
        }
        if (by < 0 || passage.words() > 25) {
            return false;
        }
        return tokens.subList(by + 1, tokens.size()).stream().allMatch(NameShape::mayBelong);
    }

    private static boolean isWireEnd(Passage passage) {
        String label = passage.label();
        String text = passage.text();
        boolean marked = !text.isEmpty() && !Character.isLetterOrDigit(text.charAt(0));
        boolean ends = marked
                && passage.words() <= 2
                && (label.equals("ends") || label.equals("end"))
                && !text.equals(passage.plain());
        return ends
                || text.equals("-30-")
                || text.equals("ENDS")
                || text.equals("###")
                || label.equals("end of article");
    }

    /** "ab/cd (AFP, dpa)": the initials of reporter and editor. */
    private static boolean isSignOff(Passage passage) {
        String label = passage.label();
        int slash = label.indexOf('/');
        boolean initials = slash >= 2
                && slash <= 4
                && passage.words() <= 8
                && label.substring(0, slash).chars().allMatch(Character::isLetter);
        int after = slash + 1;
        while (initials && after < label.length() && Character.isLetter(label.charAt(after))) {
            after++;
        }
        return initials
                && after - slash <= 5
                && after - slash >= 3
                && (after == label.length() || label.startsWith(" (", after));
    }
}
