package org.onrecord.extraction.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.text.Phrases;
import org.onrecord.text.TokenisedText;
import org.onrecord.text.WordLists;

/**
 * Lists of words and phrases that tell something about a name: countries, nationalities, towns, first names, titles,
 * words that organisations are called by. A hint to the model, never a decision.
 */
final class Gazetteer {

    private static final List<String> LISTS = List.of("lists.txt", "places.txt");

    private static final List<String> KINDS = Phrases.of("""
            country | nationality | city | region | place-word | organisation-word | organisation | title | given-name
            family-name | event-word | time-word | town | subdivision | land | landform | language""").all();

    static final int COUNTRY = 1;
    static final int NATIONALITY = 1 << 1;
    static final int CITY = 1 << 2;
    static final int REGION = 1 << 3;
    static final int PLACE_WORD = 1 << 4;
    static final int ORGANISATION_WORD = 1 << 5;
    static final int ORGANISATION = 1 << 6;
    static final int TITLE = 1 << 7;
    static final int GIVEN_NAME = 1 << 8;
    static final int FAMILY_NAME = 1 << 9;
    static final int EVENT_WORD = 1 << 10;
    static final int TIME_WORD = 1 << 11;
    static final int TOWN = 1 << 12;
    static final int SUBDIVISION = 1 << 13;
    static final int LAND = 1 << 14;
    static final int LANDFORM = 1 << 15;
    static final int LANGUAGE = 1 << 16;

    /** All the kinds of listed places. */
    static final int PLACES = COUNTRY | CITY | REGION | TOWN | SUBDIVISION | LAND | LANDFORM;

    /** Phrases longer than this are not looked for. */
    private static final int LONGEST_PHRASE = 6;

    /**
     * @param kind the bit that marks its words
     * @param words hashes of its words in lower case
     */
    record Phrase(int kind, long[] words) {}

    private final Map<Long, List<Phrase>> byFirstWord = new HashMap<>();

    Gazetteer(List<Phrase> phrases) {
        for (var phrase : phrases) {
            if (phrase.words().length <= LONGEST_PHRASE) {
                byFirstWord
                        .computeIfAbsent(phrase.words()[0], key -> new ArrayList<>())
                        .add(phrase);
            }
        }
    }

    /** The lists that come with OnRecord. */
    static Gazetteer load() {
        var phrases = new ArrayList<Phrase>();
        for (String list : LISTS) {
            int kind = 0;
            for (String line : WordLists.lines(Gazetteer.class, list)) {
                if (line.startsWith("[")) {
                    kind = 1 << KINDS.indexOf(line.substring(1, line.length() - 1));
                    continue;
                }
                for (String entry : line.split(",")) {
                    phrases.add(new Phrase(kind, WordViews.lowerHashes(TokenisedText.of(entry))));
                }
            }
        }
        return new Gazetteer(phrases);
    }

    /** Sets the bits of every phrase found; words in lower case count only for the kinds printed so. */
    void mark(WordViews views) {
        for (int token = 0; token < views.size; token++) {
            var phrases = byFirstWord.get(views.lower[token]);
            if (phrases != null) {
                for (var phrase : phrases) {
                    mark(views, token, phrase);
                }
            }
        }
    }

    private static void mark(WordViews views, int token, Phrase phrase) {
        int length = phrase.words().length;
        if (token + length > views.size) {
            return;
        }
        for (int offset = 0; offset < length; offset++) {
            if (views.lower[token + offset] != phrase.words()[offset]) {
                return;
            }
        }
        boolean whole = isWhole(views, token, token + length);
        for (int offset = 0; offset < length; offset++) {
            views.gazetteer[token + offset] |= phrase.kind();
            views.wholePhrases[token + offset] |= whole ? phrase.kind() : 0;
        }
    }

    /** Whether a phrase fills its capitalised stretch: "Durban" does in "in Durban", not in "Durban Call". */
    private static boolean isWhole(WordViews views, int from, int to) {
        return (from == 0 || !views.is(from - 1, WordFlags.CAPITAL))
                && (to == views.size || !views.is(to, WordFlags.CAPITAL));
    }
}
