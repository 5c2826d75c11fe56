package org.onrecord.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Short forms written with a full stop that need not end a sentence, as the AP and Guardian style guides print them.
 * Written without their stop; case counts, so that "Sen." is a senator and "sen." nothing.
 */
final class Abbreviations {

    /** Stand before a name: a capital after them never starts a sentence. */
    private static final Set<String> TITLES = words("""
            Mr Mrs Ms Mx Dr Drs Prof Profs Rev Revd Hon Messrs Mme Mlle Fr Gen Gens Lt Col Cols Maj Capt Cpl Sgt Pte
            Pvt Pfc Brig Adm Cmdr Cdr Comm Commr Gov Govs Sen Sens Rep Reps Pres Amb Atty Supt Insp Det Con Ald Asst
            Del Assoc Ven Eng Arch Cllr Dep Spc Ens MAJ GEN St Ste Mt Ft Pt mr mrs ms dr prof rev gen sen rep gov""");

    /** May stand inside or at the end of a sentence. */
    private static final Set<String> OTHERS = words("""
            Inc Corp Co Cos Ltd Plc Bros Jr Sr Esq Bhd Pty Pvt Sdn Intl Univ Dept Govt Assn Ave Blvd Rd Sts Hwy Bldg
            Jan Feb Apr Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
            Calif Conn Fla Minn Tenn Wis Okla Ariz Colo Kan Neb Nev Ky Ga Va Md Mich Ont Alta Sask
            vs etc approx dept est ca cf al Nos Vol Vols Ed Eds pp inc corp Op Art Sec Secs Ch Fig Figs Viz""");

    /** US states whose short form is also a word: abbreviations only after a comma ("Boston, Mass."). */
    private static final Set<String> AFTER_COMMA =
            words("Mass Miss Wash Ore Ill Ind Pa La Ala Ark Me Mo Tex Wyo Mont Vt");

    private Abbreviations() {}

    private static Set<String> words(String spaced) {
        return new HashSet<>(Arrays.asList(spaced.strip().split("\\s+")));
    }

    /** Whether a word, given without its stop, is a title that stands before a name. */
    static boolean isTitle(String word) {
        return TITLES.contains(word);
    }

    /** Whether a word, given without its stop, keeps the stop that follows it. */
    static boolean keepsStop(String word, boolean afterComma) {
        return TITLES.contains(word) || OTHERS.contains(word) || (afterComma && AFTER_COMMA.contains(word));
    }
}
