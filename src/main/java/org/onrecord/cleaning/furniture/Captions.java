package org.onrecord.cleaning.furniture;

import java.util.List;
import java.util.stream.Stream;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.text.Phrases;

/** Recognises captions and credits of pictures. */
public final class Captions {

    private static final Phrases LABELS = Phrases.of("""
            image source | image caption | media caption | video caption | image credit | image copyright
            enlarge this image | enlarge image | toggle caption | hide caption | show caption
            view image in full screen | view image in fullscreen | getty images | getty | shutterstock | istock
            alamy | afp via getty images | reuters file photo | file photo | file image | file picture | file pic
            representational image | representative image | image | images | photo | press association images
            pa images | getty images/istockphoto | view in gallery | view photos | view full size | caption
            supplied | photo: supplied | slideshow
            """);

    /** Words that stand before a caption or a credit. */
    private static final Phrases OPENINGS = Phrases.of("""
            image source, | image source: | image caption, | image caption: | media caption, | media caption:
            video caption, | video caption: | image credit: | image: | images: | image by | photo: | photo by
            photos: | photos by | photo credit | photo courtesy | photograph: | photograph by | photographer:
            picture: | pictures: | picture by | picture credit | pic: | pics: | pic credit | credit: | credits:
            credit... | file photo: | file photo - | file photo – | file photo — | file - | file – | file —
            file image: | file picture | pictured: | illustration: | illustration by | representational image
            representative image | getty images/ | image courtesy | photo/ | photo illustration | caption:
            image copyright
            """);

    /** How a credit in brackets begins, at the end of a caption. */
    private static final Phrases CREDITS = Phrases.of("""
            image: | images: | picture: | pictures: | photo: | photos: | pic: | pics: | credit: | photograph:
            ap photo | ap file | afp photo | reuters photo | file photo | file image | file pic | getty | afp/
            afp via | ap/ | ap via | reuters/ | pa/ | pa wire | epa | shutterstock | supplied | courtesy of
            courtesy: | aap: | ap: | afp: | reuters: | abc news: | abc: | twitter: | facebook: | instagram: | youtube:
            screenshot | via reuters | via ap | via getty | handout | illustration: | alamy | istock | pti photo
            ani photo | pti file | ht photo | express photo | representational | ©
            """);

    /** First words of a credit in brackets, if nothing but a blank follows them. */
    private static final Phrases CREDIT_WORDS = Phrases.of("image | picture | photo | photograph");

    /** "… Photograph: Jane Doe/PA" after the caption's own words. */
    private static final List<String> TRAILING_CREDITS =
            Phrases.of("""
            photograph: | picture: | photo: | image: | pic: | pictures: | photo by | photos by | photographer:
            """).all().stream().map(credit -> " " + credit + " ").toList();

    private static final Phrases AGENCIES = Phrases.of("""
            /getty images | /getty | /afp | /reuters | /ap | /epa | /pa | /shutterstock | /alamy | /bloomberg
            via getty images | via reuters | via ap | via afp | getty images | /pa wire | /pa images | /epa-efe | /rex
            /associated press | /the associated press | /the new york times | /los angeles times | /file
            """);

    private static final Phrases CAPTION_LABELS = Phrases.of("image caption | media caption | video caption");

    private Captions() {}

    static boolean matches(Passage passage) {
        if (LABELS.contains(passage.label()) && passage.words() <= 4 && !passage.endsSentence()) {
            return true;
        }
        if (passage.words() > 80 || passage.holdsStatement()) {
            return false;
        }
        boolean credited = creditInBrackets(passage.plain()) >= 0;
        if (passage.reportsSpeech()) {
            return credited && passage.words() <= 45;
        }
        return credited
                || opens(passage)
                || endsWithCredit(passage.plain())
                || endsWithAgency(passage)
                || isNumbered(passage);
    }

    /** Whether it is a label, "Image caption,", whose caption stands on the next line. */
    public static boolean isLabelOnly(Passage passage) {
        return CAPTION_LABELS.contains(passage.label());
    }

    /** Whether it is a credit on a line of its own, whose caption may stand on the line before. */
    public static boolean isCreditOnly(Passage passage) {
        return passage.words() <= 8
                && (passage.startsWithAny(OPENINGS)
                        || LABELS.contains(passage.label())
                        || creditInBrackets(passage.plain()) == 0)
                && !passage.label().startsWith("image caption");
    }

    /** Where the picture credit begins that stands in brackets at the end of a passage of the story, or -1. */
    public static int creditStart(Passage passage) {
        String plain = passage.plain();
        return plain.length() == passage.text().length() ? creditInBrackets(plain) : -1;
    }

    private static boolean opens(Passage passage) {
        if (!passage.startsWithAny(OPENINGS)) {
            return false;
        }
        return passage.words() <= 45
                || Stream.of("file", "image", "media", "video").anyMatch(passage.label()::startsWith);
    }

    private static int creditInBrackets(String plain) {
        if (plain.length() < 4) {
            return -1;
        }
        int last = plain.length() - 1;
        if (plain.charAt(last) == '.') {
            last--;
        }
        char close = plain.charAt(last);
        int open = close == ')' ? plain.lastIndexOf('(', last) : close == ']' ? plain.lastIndexOf('[', last) : -1;
        if (open < 0 || last - open > 90) {
            return -1;
        }
        String inside = plain.substring(open + 1, last).strip();
        int blank = inside.indexOf(' ');
        boolean credit = CREDIT_WORDS.contains(blank < 0 ? inside : inside.substring(0, blank))
                || CREDITS.all().stream().anyMatch(inside::startsWith)
                || AGENCIES.standAtEndOf(inside);
        return credit ? open : -1;
    }

    /** Whether a credit of a few words follows the caption's own sentence. */
    private static boolean endsWithCredit(String plain) {
        for (String credit : TRAILING_CREDITS) {
            if (isAtEnd(plain, credit)) {
                return true;
            }
        }
        return isAtEnd(plain, " credit:") || isAtEnd(plain, " credit...");
    }

    private static boolean isAtEnd(String plain, String credit) {
        int start = plain.lastIndexOf(credit);
        return start > 0
                && plain.length() - start <= credit.length() + 60
                && (!plain.endsWith(".") || plain.indexOf('/', start) > 0);
    }

    private static boolean endsWithAgency(Passage passage) {
        String plain = passage.plain();
        return !plain.endsWith(".") && passage.words() <= 70 && AGENCIES.standAtEndOf(plain);
    }

    /** "[1/3] A boat leaves the harbour … REUTERS/Ana Moreno". */
    private static boolean isNumbered(Passage passage) {
        String plain = passage.plain();
        int close = plain.indexOf(']');
        boolean numbered = plain.startsWith("[")
                && close > 3
                && close <= 7
                && plain.indexOf('/') < close
                && Character.isDigit(plain.charAt(1));
        return numbered
                || plain.contains("reuters/") && !plain.endsWith(".") && passage.words() <= 80
                || plain.contains("acquire licensing rights");
    }
}
