package org.onrecord.extraction.grammar;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.text.Phrases;
import org.onrecord.text.WordLists;

/** The forms of English verbs common in news, and which of them report words. Immutable. */
public final class Verbs {

    public enum Form {
        BASE,
        THIRD_PERSON,
        PAST,
        PARTICIPLE,
        GERUND
    }

    /** The reporting frames a verb may open. */
    public enum Report {
        SAY,
        THINK,
        REGARD,
        URGE,
        INTEND,
        DISCUSS
    }

    /**
     * A verb form.
     *
     * @param base the verb it is a form of
     * @param asNoun whether the form is as common as a noun
     * @param reports the frames it may open; empty for verbs that report nothing
     */
    public record Verb(String base, Set<Form> forms, boolean asNoun, Set<Report> reports) {

        public boolean is(Form form) {
            return forms.contains(form);
        }

        public boolean reports(Report report) {
            return reports.contains(report);
        }
    }

    /** Verbs of more than four letters whose last letter may double before -ed and -ing. */
    private static final Phrases DOUBLING = Phrases.of("""
            begin | admit | refer | commit | permit | submit | regret | rebut | repel | occur | prefer | deter
            upset | compel | expel | propel | equip | label | quell | scrap | strip | slam | wrap | snap | plan
            forget | overrun | undercut | reset | offset | acquit | transfer | confer | defer | incur | recur
            patrol | control | signal | cancel | travel | counsel | veto""");

    private final Map<String, Verb> byForm = new HashMap<>();
    private final Set<String> wordNouns;

    private Verbs(Set<String> wordNouns) {
        this.wordNouns = wordNouns;
    }

    public static Verbs load() {
        Map<String, List<String>> reporting = WordLists.sections(Verbs.class, "reporting-words.txt");
        var verbs = new Verbs(new HashSet<>(reporting.getOrDefault("wordnoun", List.of())));
        Map<String, String[]> irregular = irregular();
        Map<String, Set<Report>> reports = reports(reporting);
        Set<String> starred = new HashSet<>(reporting.getOrDefault("nountoo", List.of()));
        Set<String> bases = new HashSet<>(reports.keySet());
        for (String line : WordLists.lines(Verbs.class, "verbs.txt")) {
            for (String word : line.split("\\s+")) {
                String base = word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
                if (word.endsWith("*") && !reports.containsKey(base)) {
                    starred.add(base);
                }
                bases.add(base);
            }
        }
        bases.addAll(irregular.keySet());
        for (String base : bases) {
            verbs.add(base, irregular.get(base), starred.contains(base), reports.getOrDefault(base, Set.of()));
        }
        return verbs;
    }

    private static Map<String, String[]> irregular() {
        Map<String, String[]> forms = new HashMap<>();
        for (String line : WordLists.lines(Verbs.class, "irregular-verbs.txt")) {
            String[] words = line.split("\\s+");
            forms.put(words[0], words);
        }
        return forms;
    }

    private static Map<String, Set<Report>> reports(Map<String, List<String>> sections) {
        Map<String, Set<Report>> reports = new HashMap<>();
        for (Report report : Report.values()) {
            for (String base : sections.getOrDefault(report.name().toLowerCase(Locale.ROOT), List.of())) {
                reports.computeIfAbsent(base, any -> EnumSet.noneOf(Report.class))
                        .add(report);
            }
        }
        return reports;
    }

    private void add(String base, String @Nullable [] irregular, boolean asNoun, Set<Report> reports) {
        put(base, base, Form.BASE, asNoun, reports);
        put(thirdPerson(base), base, Form.THIRD_PERSON, asNoun, reports);
        put(gerund(base), base, Form.GERUND, false, reports);
        if (irregular == null) {
            put(past(base), base, Form.PAST, false, reports);
            put(past(base), base, Form.PARTICIPLE, false, reports);
            if (past(base).equals(doubled(base) + "ed")) {
                put(base + "ed", base, Form.PAST, false, reports);
                put(base + "ed", base, Form.PARTICIPLE, false, reports);
                put(base + "ing", base, Form.GERUND, false, reports);
            }
            return;
        }
        put(irregular[1], base, Form.PAST, asNoun && irregular[1].equals(base), reports);
        put(irregular[2], base, Form.PARTICIPLE, asNoun && irregular[2].equals(base), reports);
        if (Set.of("learn", "burn", "dream", "spell", "lean", "plead", "spill").contains(base)) {
            put(past(base), base, Form.PAST, false, reports);
            put(past(base), base, Form.PARTICIPLE, false, reports);
        }
    }

    private void put(String form, String base, Form kind, boolean asNoun, Set<Report> reports) {
        Verb known = byForm.get(form);
        if (known == null
                || known.reports().isEmpty()
                        && !reports.isEmpty()
                        && !known.base().equals(base)) {
            byForm.put(form, new Verb(base, EnumSet.of(kind), asNoun, reports));
        } else if (known.base().equals(base)) {
            known.forms().add(kind);
        }
    }

    private static String thirdPerson(String base) {
        if (base.endsWith("y") && base.length() > 1 && !isVowel(base.charAt(base.length() - 2))) {
            return base.substring(0, base.length() - 1) + "ies";
        }
        boolean sibilant = base.endsWith("s")
                || base.endsWith("sh")
                || base.endsWith("ch")
                || base.endsWith("x")
                || base.endsWith("z")
                || base.endsWith("o");
        return base + (sibilant ? "es" : "s");
    }

    private static String past(String base) {
        if (base.endsWith("e")) {
            return base + "d";
        }
        if (base.endsWith("y") && base.length() > 1 && !isVowel(base.charAt(base.length() - 2))) {
            return base.substring(0, base.length() - 1) + "ied";
        }
        return doubled(base) + "ed";
    }

    private static String gerund(String base) {
        if (base.endsWith("ie")) {
            return base.substring(0, base.length() - 2) + "ying";
        }
        if (base.endsWith("e") && !base.endsWith("ee") && !base.endsWith("ye") && !base.endsWith("oe")) {
            return base.substring(0, base.length() - 1) + "ing";
        }
        return doubled(base) + "ing";
    }

    /** "quip" doubles its last letter ("quipped"), "answer" does not. */
    private static String doubled(String base) {
        int length = base.length();
        if (length < 3 || length > 4 && !DOUBLING.contains(base)) {
            return base;
        }
        char last = base.charAt(length - 1);
        boolean closed = !isVowel(last)
                && "wxy".indexOf(last) < 0
                && isVowel(base.charAt(length - 2))
                && !isVowel(base.charAt(length - 3));
        boolean soft = Set.of("veto", "open", "offer", "echo").contains(base);
        if (base.equals("quip") || base.equals("quiz")) {
            return base + last;
        }
        return closed && !soft ? base + last : base;
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }

    /** Whether a lower-case noun, singular or plural, stands for somebody's words: "claim", "warnings". */
    public boolean isWordNoun(String noun) {
        return wordNouns.contains(noun)
                || noun.endsWith("s") && wordNouns.contains(noun.substring(0, noun.length() - 1));
    }

    /** The verb a lower-case form belongs to, or null. */
    @Nullable
    public Verb of(String form) {
        return byForm.get(form);
    }
}
