package org.onrecord.cleaning;

import java.util.List;
import java.util.Set;
import org.onrecord.text.Phrases;

/** Captions and credits of pictures. */
final class Captions {

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

    /** What opens the brackets of a credit at the end of a caption. */
    private static final List<String> CREDITS = List.of(
            "image:",
            "image ",
            "images:",
            "picture:",
            "pictures:",
            "picture ",
            "photo:",
            "photo ",
            "photos:",
            "pic:",
            "pics:",
            "credit:",
            "photograph:",
            "photograph ",
            "ap photo",
            "ap file",
            "afp photo",
            "reuters photo",
            "file photo",
            "file image",
            "file pic",
            "getty",
            "afp/",
            "afp via",
            "ap/",
            "ap via",
            "reuters/",
            "pa/",
            "pa wire",
            "epa",
            "shutterstock",
            "supplied",
            "courtesy of",
            "courtesy:",
            "aap:",
            "ap:",
            "afp:",
            "reuters:",
            "abc news:",
            "abc:",
            "twitter:",
            "facebook:",
            "instagram:",
            "youtube:",
            "screenshot",
            "via reuters",
            "via ap",
            "via getty",
            "handout",
            "illustration:",
            "alamy",
            "istock",
            "pti photo",
            "ani photo",
            "pti file",
            "ht photo",
            "express photo",
            "representational",
            "©");

    /** "… Photograph: Jane Doe/PA", "… Credit: Getty" after the caption's own words. */
    private static final List<String> TRAILING_CREDITS = List.of(
            " photograph: ",
            " picture: ",
            " photo: ",
            " image: ",
            " credit: ",
            " pic: ",
            " pictures: ",
            " credit:",
            " photo by ",
            " photos by ",
            " credit...",
            " photo credit: ",
            " image credit: ",
            " photographer: ");

    private static final List<String> AGENCIES = List.of(
            "/getty images",
            "/getty",
            "/afp",
            "/reuters",
            "/ap",
            "/epa",
            "/pa",
            "/shutterstock",
            "/alamy",
            "/bloomberg",
            "via getty images",
            "via reuters",
            "via ap",
            "via afp",
            "getty images",
            "/pa wire",
            "/pa images",
            "/epa-efe",
            "/rex",
            "/associated press",
            "/the associated press",
            "/the new york times",
            "/los angeles times",
            "/file");

    private Captions() {}

    static boolean matches(Passage passage) {
        if (LABELS.contains(passage.label()) && passage.words() <= 4 && !passage.endsSentence()) {
            return true;
        }
        if (passage.words() > 80 || passage.holdsStatement()) {
            return false;
        }
        boolean credited = creditInBrackets(passage.plain()) >= 0;
        if (credited && passage.words() <= 45 || passage.reportsSpeech()) {
            return credited && passage.words() <= 45;
        }
        return opens(passage)
                || credited
                || trailingCredit(passage.plain()) > 0
                || endsWithAgency(passage)
                || isNumbered(passage);
    }

    /** A label whose caption stands on the next line: "Image caption,". */
    static boolean isLabelOnly(Passage passage) {
        return passage.words() == 2
                && Set.of("image caption", "media caption", "video caption").contains(passage.label());
    }

    /** A credit on a line of its own; the caption may stand on the line before. */
    static boolean isCreditOnly(Passage passage) {
        return passage.words() <= 8
                && (passage.startsWithAny(OPENINGS)
                        || LABELS.contains(passage.label())
                        || creditInBrackets(passage.plain()) == 0)
                && !passage.label().startsWith("image caption");
    }

    /** Where in the text the credit begins that ends a passage otherwise worth keeping, or -1. */
    static int creditStart(Passage passage) {
        String plain = passage.plain();
        return plain.length() == passage.text().length() ? creditInBrackets(plain) : -1;
    }

    private static boolean opens(Passage passage) {
        if (!passage.startsWithAny(OPENINGS)) {
            return false;
        }
        boolean fileCaption = passage.label().startsWith("file")
                || passage.label().startsWith("image")
                || passage.label().startsWith("media")
                || passage.label().startsWith("video");
        return fileCaption || passage.words() <= 45;
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
        for (String credit : CREDITS) {
            if (inside.startsWith(credit) || inside.equals(credit.strip())) {
                return open;
            }
        }
        boolean agency = Passage.endsWithAny(inside, AGENCIES);
        return agency ? open : -1;
    }

    /** Where the credit begins that follows a caption's own sentence, or -1: a few words at the very end. */
    private static int trailingCredit(String plain) {
        for (String credit : TRAILING_CREDITS) {
            int start = plain.lastIndexOf(credit);
            boolean atEnd = start > 0 && plain.length() - start <= credit.length() + 60;
            if (atEnd && !plain.endsWith(".") || atEnd && plain.substring(start).contains("/")) {
                return start;
            }
        }
        return -1;
    }

    private static boolean endsWithAgency(Passage passage) {
        String plain = passage.plain();
        return !plain.endsWith(".") && passage.words() <= 70 && Passage.endsWithAny(plain, AGENCIES);
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
