package org.onrecord.extraction.resolving;

import java.util.Set;

/** Words that stand before a name without belonging to it, and what they tell of the person. */
public final class Honorifics {

    private static final Set<String> OF_WOMEN = Set.of(
            "mrs",
            "ms",
            "miss",
            "lady",
            "dame",
            "mme",
            "madame",
            "mlle",
            "sra",
            "señora",
            "frau",
            "queen",
            "princess",
            "duchess",
            "baroness",
            "countess",
            "sister",
            "congresswoman",
            "councilwoman",
            "assemblywoman",
            "chairwoman",
            "spokeswoman",
            "first-lady",
            "mother",
            "aunt",
            "begum");

    private static final Set<String> OF_MEN = Set.of(
            "mr",
            "sir",
            "lord",
            "herr",
            "monsieur",
            "señor",
            "sr",
            "king",
            "prince",
            "duke",
            "baron",
            "father",
            "brother",
            "pope",
            "congressman",
            "councilman",
            "assemblyman",
            "fr",
            "uncle",
            "rabbi",
            "imam",
            "cardinal",
            "ayatollah",
            "mullah");

    private static final Set<String> OTHERS = Set.of(
            "dr",
            "prof",
            "professor",
            "rev",
            "revd",
            "reverend",
            "hon",
            "sen",
            "senator",
            "rep",
            "representative",
            "gov",
            "governor",
            "president",
            "premier",
            "chancellor",
            "secretary",
            "minister",
            "mayor",
            "judge",
            "justice",
            "gen",
            "general",
            "lt",
            "lieutenant",
            "col",
            "colonel",
            "maj",
            "major",
            "capt",
            "captain",
            "sgt",
            "sergeant",
            "cpl",
            "corporal",
            "pvt",
            "private",
            "adm",
            "admiral",
            "cmdr",
            "commander",
            "commissioner",
            "supt",
            "superintendent",
            "insp",
            "inspector",
            "det",
            "detective",
            "constable",
            "officer",
            "pc",
            "dci",
            "dc",
            "speaker",
            "attorney",
            "ambassador",
            "amb",
            "councillor",
            "cllr",
            "coach",
            "bishop",
            "archbishop",
            "chief",
            "deputy",
            "vice",
            "former",
            "then",
            "ex",
            "chairman",
            "spokesman",
            "sheikh",
            "del",
            "delegate",
            "treasurer",
            "comptroller",
            "sheriff",
            "dean",
            "marshal",
            "brig",
            "brigadier",
            "mx",
            "saint",
            "the",
            "first",
            "prime",
            "us",
            "u.s",
            "uk",
            "acting",
            "late",
            "incoming",
            "outgoing",
            "assistant",
            "associate",
            "lieutenant-general",
            "vice-president");

    private Honorifics() {}

    private static String bare(String word) {
        String folded = Words.fold(word);
        return folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
    }

    /** Whether the word, in any case, with or without its dot, is one. */
    public static boolean isHonorific(String word) {
        String bare = bare(word);
        return OF_WOMEN.contains(bare) || OF_MEN.contains(bare) || OTHERS.contains(bare);
    }

    static Gender genderOf(String word) {
        String bare = bare(word);
        if (OF_WOMEN.contains(bare)) {
            return Gender.SHE;
        }
        return OF_MEN.contains(bare) ? Gender.HE : Gender.UNKNOWN;
    }
}
