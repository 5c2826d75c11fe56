package org.onrecord.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The words generated articles are made of, by how often they occur: first those that hold English sentences together,
 * then those news is made of, then composed ones. The same everywhere; thread-safe.
 */
final class InventedWords {

    /** How many different words there are. */
    static final int SIZE = 60_000;

    private static final String HOLDING = """
            the of and to a in that it was for on is with as at by be he from his but not have had are this they an which
            were or we their been has would there she who will her more one about when its all out up into said two than
            no so can if some time could after over also first new last other our only any most before what just where
            between under because down while against through such then during many those even back made may still get how
            him own much every should without again since both three per""";

    private static final String NEWS = """
            council bridge river harbour flood budget school hospital minister mayor vote election police court judge
            market factory union strike wage price housing rent tax pension ferry railway station airport road traffic
            weather storm rain snow drought harvest farm fishing port trade export import bank loan debt interest profit
            company worker job contract plan report inquiry committee board meeting law bill reform policy party leader
            opposition coalition government parliament senate region district village town city country island coast
            border army peace treaty talks summit embassy refugee charity volunteer festival museum theatre film music
            book prize award match league season player coach team goal final record champion stadium race medal science
            research university student teacher exam library language history climate energy wind solar power plant grid
            water pipe sewage waste recycling forest park wildlife bird fish whale seal lighthouse telescope satellite
            rocket engine software network data privacy phone internet newspaper journalist editor letter column witness
            victim lawyer trial appeal sentence prison fine fraud theft fire rescue ambulance doctor nurse patient clinic
            vaccine virus medicine surgery insurance family child parent mother father son daughter neighbour resident
            tenant owner landlord builder architect tower church square garden street corner bench tram bus cycle car
            lorry fuel oil gas coal steel iron copper timber paper glass bread milk wheat cheese wine beer coffee
            restaurant hotel tourist visitor ticket queue crowd protest march banner speech promise doubt warning risk
            danger damage repair cost money fund grant donation investment growth decline crisis recovery future past
            century decade year month week day morning evening night winter summer spring autumn""";

    private static final String[] STARTS = {
        "b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r", "s", "st",
        "t", "tr", "v", "w"
    };
    private static final String[] MIDDLES = {"a", "e", "i", "o", "u", "ea", "ou", "ai", "oo"};
    private static final String[] ENDS = {"", "l", "n", "r", "s", "t", "nd", "rk", "m", "st"};

    private final List<String> words;
    private final int holding;
    private final Zipf zipf = new Zipf(SIZE);

    InventedWords() {
        Set<String> all = new LinkedHashSet<>();
        all.addAll(List.of(HOLDING.strip().split("\\s+")));
        holding = all.size();
        all.addAll(List.of(NEWS.strip().split("\\s+")));
        var spelling = new Random(42);
        while (all.size() < SIZE) {
            all.add(composed(spelling, 2 + spelling.nextInt(2)));
        }
        words = List.copyOf(new ArrayList<>(all));
    }

    /** The word of a rank; 0 is the most frequent. */
    String word(int rank) {
        return words.get(rank);
    }

    /** The rank of the first word that says what a text is about; nobody looks for those before it. */
    int firstOfNews() {
        return holding;
    }

    /** A word, as often as it occurs. */
    String any(RandomGenerator random) {
        return words.get(zipf.draw(random));
    }

    /** A word nobody has seen before, of so many syllables. */
    static String composed(RandomGenerator random, int syllables) {
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(STARTS[random.nextInt(STARTS.length)])
                    .append(MIDDLES[random.nextInt(MIDDLES.length)])
                    .append(ENDS[random.nextInt(ENDS.length)]);
        }
        return word.toString();
    }

    static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
