package org.onrecord.extraction.grammar;

import java.util.HashMap;
import java.util.Map;
import org.onrecord.text.Phrases;
import org.onrecord.text.WordLists;

/** Nouns for people that newspapers use in place of a name. */
public final class PersonNouns {

    /** Stand for somebody already named where they carry a modifier: "the New York businessman". */
    private static final Phrases VARIATIONS = Phrases.of("""
            governor | senator | congressman | congresswoman | businessman | businesswoman | billionaire
            millionaire | mogul | tycoon | magnate | nominee | candidate | president | premier | chancellor | leader
            lawmaker | mayor | secretary | star | actor | actress | singer | author | writer | novelist | coach
            player | striker | captain | manager | boss | founder | professor | activist | veteran | politician
            lawyer | king | prince | princess | queen | duke | duchess | pope | lady | native | democrat
            republican | tory | conservative | liberal | mp | peer | chairman | chairwoman | rapper | athlete
            champion | winner | midfielder | defender | goalkeeper | footballer | cricketer | golfer | boxer
            driver | executive | entrepreneur | investor | economist | philanthropist | comedian | musician | artist
            director | filmmaker | broadcaster | presenter | journalist | year-old | minister | frontrunner
            front-runner | hopeful | incumbent | challenger | strategist | pollster | historian | scientist
            celebrity | developer | heir""");

    private static final Map<String, String> SPELLED_OUT = spelledOut();

    private static Map<String, String> spelledOut() {
        Map<String, String> spelledOut = new HashMap<>();
        for (String line : WordLists.lines(PersonNouns.class, "short-titles.txt")) {
            String[] words = line.split(" ");
            for (int shortForm = 1; shortForm < words.length; shortForm++) {
                spelledOut.put(words[shortForm], words[0]);
            }
        }
        return spelledOut;
    }

    private PersonNouns() {}

    public static boolean mayVary(String noun) {
        return VARIATIONS.contains(noun) || noun.endsWith("-year-old");
    }

    /** "senator" for "sen."; other words as they are. */
    public static String spelledOut(String word) {
        return SPELLED_OUT.getOrDefault(word, word);
    }
}
