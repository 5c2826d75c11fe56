package org.onrecord.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onrecord.text.TokenisedText;

/**
 * Tells the language of a body by its function words, which make up a third to a half of any running text and are
 * hardly shared between languages (Grefenstette, "Comparing two language identification schemes", 1995). Knows a dozen
 * languages of the news; says "und" for others, for a handful of words and for text of several languages.
 */
final class FunctionWords {

    /** As BCP 47 has it: undetermined. */
    static final String UNDETERMINED = "und";

    static final String ENGLISH = "en";

    private static final String[] PROFILES = {
        "en the of and to in that is was for with he on as at by from his are it said an be has have were not which who"
                + " will would but they their she her this been after about more had says told",
        "de der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er"
                + " hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor",
        "fr le la les de des et à en un une du dans est que pour qui sur par au il pas plus ce avec ne se son sont aux"
                + " mais été cette ont comme elle leur ou nous vous",
        "es el la los las de que y en un una por con para del se no su al es lo como más ha sus pero le este fue son"
                + " entre también desde sobre hasta muy ya",
        "it il la di che e un una per in è con del della non si da dei le al lo ha sono gli alla nel anche più delle come"
                + " ma dal nella questo",
        "pt o a os as de que e do da em um uma para com não no na por mais se dos das foi ao como ele é são pela pelo sua"
                + " seu também já",
        "nl de het een van en in is dat op te voor met zijn die niet aan er om ook als bij door maar naar heeft over uit"
                + " wordt worden nog hij zij was wel werd",
        "sv och i att det som en på är av för med den till har inte om ett han var men hade jag de vi från kan sig så"
                + " också efter eller",
        "da og i at det er en til på som for med den af har ikke de et han var men jeg vi fra kan sig så også efter"
                + " eller blev",
        "pl i w na z nie się że do to jest o jak po co za od ale przez dla był tym tego są oraz jego już tylko także"
                + " było przed",
        "cs a v se na je že s z do o ve to i k pro by za od jako ale po jsem jeho jsou který také byl podle před",
        "tr ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ne en değil ancak her ise dedi",
        "ru и в не на что с по он как это к из у за от но для же его был были также после при",
        "uk і в не на що з по він як це до із у за від але для його був були також після та"
    };

    /** Of longer bodies the rest is not looked at: the language is known long before. */
    private static final int MOST_TOKENS = 4000;

    private static final int FEWEST_HITS = 3;
    private static final double SMALLEST_SHARE = 0.12;
    private static final double LEAD = 1.4;

    private static final List<String> LANGUAGES = new ArrayList<>();

    /** Of each word the languages it belongs to, one bit each. */
    private static final Map<String, Integer> LANGUAGES_OF_WORD = new HashMap<>();

    static {
        for (String profile : PROFILES) {
            String[] words = profile.split(" ");
            int language = 1 << LANGUAGES.size();
            LANGUAGES.add(words[0]);
            for (int word = 1; word < words.length; word++) {
                LANGUAGES_OF_WORD.merge(words[word], language, (one, other) -> one | other);
            }
        }
    }

    private FunctionWords() {}

    /** The BCP 47 tag of a text's language, {@value #UNDETERMINED} where it cannot be told. */
    static String languageOf(TokenisedText text) {
        int[] hits = new int[LANGUAGES.size()];
        int words = 0;
        for (int token = 0; token < Math.min(text.tokenCount(), MOST_TOKENS); token++) {
            if (!Character.isLetter(text.firstChar(token))) {
                continue;
            }
            words++;
            int languages = LANGUAGES_OF_WORD.getOrDefault(text.token(token).toLowerCase(Locale.ROOT), 0);
            for (int language = 0; languages != 0; language++, languages >>= 1) {
                hits[language] += languages & 1;
            }
        }
        return decide(hits, words);
    }

    private static String decide(int[] hits, int words) {
        int best = 0;
        int second = -1;
        for (int language = 1; language < hits.length; language++) {
            if (hits[language] > hits[best]) {
                second = best;
                best = language;
            } else if (second < 0 || hits[language] > hits[second]) {
                second = language;
            }
        }
        boolean clear =
                hits[best] >= FEWEST_HITS && hits[best] >= SMALLEST_SHARE * words && hits[best] >= LEAD * hits[second];
        return clear ? LANGUAGES.get(best) : UNDETERMINED;
    }
}
