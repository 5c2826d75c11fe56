package org.onrecord.cleaning.credit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.cleaning.passage.NameShape;
import org.onrecord.cleaning.passage.Passage;
import org.onrecord.cleaning.passage.Tokens;
import org.onrecord.text.Phrases;

/** Recognises the credit line over a story: "By Ana Moreno, Political Editor". */
public final class Byline {

    private static final Phrases OPENINGS = Phrases.of("""
            by | by: | written by | words by | story by | reported by | reporting by | posted by | published by
            author: | words:
            """);

    private static final Phrases NOT_AFTER_BY = Phrases.of("""
            monday | tuesday | wednesday | thursday | friday | saturday | sunday | january | february | march | april
            may | june | july | august | september | october | november | december | the | contrast | law | then | now
            numbers | design | request | popular | royal | god | all
            """);

    private static final Phrases JOBS = Phrases.of("""
            correspondent | reporter | editor | columnist | journalist | writer | bureau chief | news agency | staff
            commentator | critic | desk | producer | contributor
            """);

    /** Words that stand before a job: "Senior Political Correspondent". */
    private static final Phrases JOB_ADJECTIVES = Phrases.of("""
            political | senior | chief | news | national | foreign | deputy | special | business | science | health
            sports | home | affairs | diplomatic | international | crime | education | environment | associate
            assistant | digital | local | democracy | economics | royal | security | defence | legal | technology
            transport
            """);

    private static final Phrases AGENCIES = Phrases.of("""
            reuters | associated press | the associated press | ap | afp | pti | ani | ians | aap | upi | tnn
            press association | pa media | pa | agence france-presse | press trust of india | bloomberg | agencies
            reuters staff | staff reporter | staff writer | our correspondent | our reporter | agency reporter | nan
            news agency of nigeria | xinhua | dpa | our bureau | special correspondent | staff reporters | web desk
            news desk | online desk | bbc news | sky news | by staff | canadian press | the canadian press
            """);

    private Byline() {}

    /** The credit without "By", or null if the passage is not a credit line. */
    public static @Nullable String of(Passage passage) {
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
        for (String opening : OPENINGS.all()) {
            int end = opening.length();
            boolean opens = plain.startsWith(opening) && plain.startsWith(" ", end) && text.length() > end + 1;
            if (opens && (Character.isUpperCase(text.charAt(0)) || opening.equals("by"))) {
                return text.substring(end).strip();
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
                    && tokens.stream().skip(1).allMatch(NameShape::isCapitalised);
        }
        boolean sentence = ".!?".indexOf(Passage.finalMark(credit)) >= 0 && tokens.size() > 5;
        return !sentence
                && NameShape.isCapitalised(tokens.get(0))
                && tokens.stream().allMatch(Byline::mayStandInCredit);
    }

    private static boolean mayStandInCredit(String token) {
        return NameShape.mayBelong(token) || isJob(token.toLowerCase(Locale.ROOT));
    }

    private static boolean isJob(String plain) {
        return JOBS.standAtEndOf(plain) || JOB_ADJECTIVES.contains(plain);
    }

    /** "Ana Moreno, Political Editor", "Ana Moreno Political editor". */
    private static boolean isNameWithJob(Passage passage) {
        List<String> tokens = Tokens.of(passage.text());
        boolean shape = tokens.size() >= 3 && tokens.size() <= 10 && !passage.endsSentence();
        return shape
                && NameShape.isCapitalised(tokens.get(0))
                && NameShape.isCapitalised(tokens.get(1))
                && tokens.stream().allMatch(Byline::mayStandInCredit)
                && JOBS.all().stream().anyMatch(job -> passage.label().endsWith(job) || passage.contains(job + ","));
    }

    /** Two to four capitalised words and nothing else: a name, if it stands where credits stand. */
    public static boolean isBareName(Passage passage) {
        List<String> tokens = Tokens.of(passage.text());
        return tokens.size() >= 2
                && tokens.size() <= 4
                && !passage.endsSentence()
                && passage.text().indexOf(':') < 0
                && tokens.stream()
                        .allMatch(token ->
                                NameShape.isCapitalised(token) && token.chars().noneMatch(Character::isDigit));
    }

    /** What may stand under a name: the job or the outlet, such as "Political correspondent" or "BBC News". */
    public static boolean isJobLine(Passage passage) {
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
