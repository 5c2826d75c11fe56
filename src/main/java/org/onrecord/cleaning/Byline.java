package org.onrecord.cleaning;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises the credit line over a story. */
final class Byline {

    private static final List<String> OPENINGS = List.of(
            "by ",
            "by: ",
            "written by ",
            "words by ",
            "story by ",
            "reported by ",
            "reporting by ",
            "posted by ",
            "published by ",
            "author: ",
            "words: ");

    private static final Set<String> NOT_AFTER_BY = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "the",
            "contrast",
            "law",
            "then",
            "now",
            "numbers",
            "design",
            "request",
            "popular",
            "royal",
            "god",
            "all");

    private static final List<String> JOBS = List.of(
            "correspondent",
            "reporter",
            "editor",
            "columnist",
            "journalist",
            "writer",
            "bureau chief",
            "news agency",
            "staff",
            "commentator",
            "critic",
            "desk",
            "producer",
            "contributor");

    private static final Set<String> AGENCIES = Set.of(
            "reuters",
            "associated press",
            "the associated press",
            "ap",
            "afp",
            "pti",
            "ani",
            "ians",
            "aap",
            "upi",
            "tnn",
            "press association",
            "pa media",
            "pa",
            "agence france-presse",
            "press trust of india",
            "bloomberg",
            "agencies",
            "reuters staff",
            "staff reporter",
            "staff writer",
            "our correspondent",
            "our reporter",
            "agency reporter",
            "nan",
            "news agency of nigeria",
            "xinhua",
            "dpa",
            "our bureau",
            "special correspondent",
            "staff reporters",
            "web desk",
            "news desk",
            "online desk",
            "bbc news",
            "sky news",
            "by staff",
            "canadian press",
            "the canadian press");

    private Byline() {}

    /** The credit without "By", or null if the line is none. */
    static @Nullable String of(Passage passage) {
        if (!passage.isJudged() || passage.words() > 24 || passage.holdsStatement()) {
            return null;
        }
        String credit = afterOpening(passage.text());
        if (credit != null) {
            return isCredit(credit) ? credit : null;
        }
        boolean agency = AGENCIES.contains(passage.label()) && passage.words() <= 4;
        return agency || isNameWithJob(passage) ? passage.text() : null;
    }

    private static @Nullable String afterOpening(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        for (String opening : OPENINGS) {
            boolean capital = !text.isEmpty() && (Character.isUpperCase(text.charAt(0)) || opening.equals("by "));
            if (plain.startsWith(opening) && capital && text.length() > opening.length()) {
                return text.substring(opening.length()).strip();
            }
        }
        return null;
    }

    private static boolean isCredit(String credit) {
        List<String> tokens = Tokens.of(credit);
        if (tokens.isEmpty() || NOT_AFTER_BY.contains(tokens.get(0).toLowerCase(Locale.ROOT))) {
            return tokens.size() >= 2
                    && tokens.size() <= 6
                    && tokens.get(0).equalsIgnoreCase("the")
                    && tokens.stream().skip(1).allMatch(Names::isCapitalised);
        }
        boolean sentence = ".!?".indexOf(Passage.finalMark(credit)) >= 0 && tokens.size() > 5;
        return !sentence
                && Names.isCapitalised(tokens.get(0))
                && tokens.stream().allMatch(Byline::mayStandInCredit);
    }

    private static boolean mayStandInCredit(String token) {
        return Names.mayBelong(token) || isJob(token.toLowerCase(Locale.ROOT));
    }

    private static boolean isJob(String plain) {
        return Passage.endsWithAny(plain, JOBS)
                || Set.of(
                                "political",
                                "senior",
                                "chief",
                                "news",
                                "national",
                                "foreign",
                                "deputy",
                                "special",
                                "business",
                                "science",
                                "health",
                                "sports",
                                "home",
                                "affairs",
                                "diplomatic",
                                "international",
                                "crime",
                                "education",
                                "environment",
                                "associate",
                                "assistant",
                                "digital",
                                "local",
                                "democracy",
                                "economics",
                                "royal",
                                "security",
                                "defence",
                                "legal",
                                "technology",
                                "transport")
                        .contains(plain);
    }

    /** "Ana Moreno, Political Editor", "Ana Moreno Political editor". */
    private static boolean isNameWithJob(Passage passage) {
        List<String> tokens = Tokens.of(passage.text());
        boolean shape = tokens.size() >= 3 && tokens.size() <= 10 && !passage.endsSentence();
        return shape
                && Names.isCapitalised(tokens.get(0))
                && Names.isCapitalised(tokens.get(1))
                && tokens.stream().allMatch(Byline::mayStandInCredit)
                && JOBS.stream().anyMatch(job -> passage.label().endsWith(job) || passage.contains(job + ","));
    }

    /** Two to four capitalised words and no more, or two such names joined: a name where credits stand. */
    static boolean isBareName(Passage passage) {
        List<String> tokens = Tokens.of(passage.text());
        return tokens.size() >= 2
                && tokens.size() <= 4
                && !passage.endsSentence()
                && passage.text().indexOf(':') < 0
                && tokens.stream()
                        .allMatch(token ->
                                Names.isCapitalised(token) && token.chars().noneMatch(Character::isDigit));
    }

    /** What may stand under a name: the job or the outlet, "BBC News", "Political correspondent". */
    static boolean isJobLine(Passage passage) {
        List<String> tokens = Tokens.of(passage.text());
        boolean job = tokens.size() <= 8
                && !passage.endsSentence()
                && passage.endsWithAny(JOBS)
                && tokens.stream().allMatch(Byline::mayStandInCredit);
        return job
                || AGENCIES.contains(passage.label())
                || passage.label().startsWith("bbc ") && tokens.size() <= 5
                || passage.text().startsWith("@") && tokens.size() == 1;
    }
}
